//! The bytecode as people read it: `vrlet disasm`, and the goldens of the tests.

use std::collections::HashMap;
use std::fmt;

use vrlet_diagnostic::LineIndex;
use vrlet_value::Root;

use crate::{CallSite, Op, PlaceRef, Program, Reg};

/// Prints a program one instruction a line, each stretch below the source that it came from.
pub struct Disassembly<'a> {
    /// The program.
    pub program: &'a Program,
    /// Its source.
    pub source: &'a str,
}

impl fmt::Display for Disassembly<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lines: Vec<&str> = self.source.lines().collect();
        let index = LineIndex::new(self.source);
        let closures = self.closures();
        let mut line_before = None;
        for (at, op) in self.program.ops.iter().enumerate() {
            let span = self.program.spans[at];
            let line = index.line_column(span.start).line - 1;
            if line_before != Some(line) {
                if let Some(text) = lines.get(line) {
                    writeln!(f, "; {}: {}", line + 1, text.trim())?;
                }
                line_before = Some(line);
            }
            if let Some(closure) = closures.get(&at) {
                writeln!(f, "; closure of {closure}")?;
            }
            write!(f, "{at:4}  {}", Line { program: self.program, op: *op })?;
            if let Some(handler) = self.program.handler_index[at].checked_sub(1) {
                let handler = self.program.handlers[handler as usize];
                write!(f, "  ; fails → {}", handler.target)?;
            }
            writeln!(f)?;
        }
        Ok(())
    }
}

impl Disassembly<'_> {
    /// The functions of the closures, by the instruction where each closure begins.
    fn closures(&self) -> HashMap<usize, &'static str> {
        let code = |call: &CallSite| {
            call.closure.as_ref().map(|code| (code.entry as usize, call.function.name))
        };
        self.program.calls.iter().filter_map(code).collect()
    }
}

struct Line<'a> {
    program: &'a Program,
    op: Op,
}

impl Line<'_> {
    fn register(&self, register: Reg) -> String {
        match self.program.variables.get(register as usize) {
            Some(name) => format!("{name}@{register}"),
            None => format!("r{register}"),
        }
    }

    fn registers(&self, first: Reg, count: u32) -> String {
        let names: Vec<String> =
            (first..first + count).map(|register| self.register(register)).collect();
        names.join(" ")
    }

    fn path(&self, path: u32) -> String {
        self.program.paths[path as usize].to_string()
    }

    fn binary(&self, f: &mut fmt::Formatter<'_>, name: &str, operands: [Reg; 3]) -> fmt::Result {
        let [to, left, right] = operands.map(|register| self.register(register));
        write!(f, "{name:<12} {to} ← {left} {right}")
    }

    fn call(&self, f: &mut fmt::Formatter<'_>, site: &CallSite) -> fmt::Result {
        let arguments = self.registers(site.first, site.count + site.fields);
        write!(
            f,
            "{:<12} {} ← {}({arguments})",
            "call",
            self.register(site.to),
            site.function.name
        )?;
        if let Some(PlaceRef { root, path }) = &site.place {
            let path = self.path(*path);
            match root {
                Root::Event => write!(f, " at .{path}")?,
                Root::Metadata => write!(f, " at %{path}")?,
                Root::Variable(register) | Root::Expression(register) => {
                    write!(f, " at {} {path}", self.register(*register))?
                }
            }
        }
        for guard in &site.guards {
            let name = site.function.params[guard.param as usize].name;
            write!(f, " [{name}: {}]", guard.kinds)?;
        }
        if let Some(closure) = &site.closure {
            write!(f, " closure {}", closure.entry)?;
        }
        Ok(())
    }
}

impl fmt::Display for Line<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let r = |register| self.register(register);
        match self.op {
            Op::Constant { to, constant } => {
                write!(
                    f,
                    "{:<12} {} ← {}",
                    "constant",
                    r(to),
                    self.program.constants[constant as usize]
                )
            }
            Op::Move { to, from } => write!(f, "{:<12} {} ← {}", "move", r(to), r(from)),
            Op::Copy { to, from } => write!(f, "{:<12} {} ← {}", "copy", r(to), r(from)),
            Op::EventField { to, key, .. } => {
                write!(f, "{:<12} {} ← .{}", "get field", r(to), self.program.keys[key as usize])
            }
            Op::TakeEventField { to, key, .. } => {
                write!(f, "{:<12} {} ← .{}", "take field", r(to), self.program.keys[key as usize])
            }
            Op::DropEventField { key, .. } => {
                write!(f, "{:<12} .{}", "drop field", self.program.keys[key as usize])
            }
            Op::Event { to, path } => write!(f, "{:<12} {} ← .{}", "get", r(to), self.path(path)),
            Op::Metadata { to, path } => {
                write!(f, "{:<12} {} ← %{}", "get", r(to), self.path(path))
            }
            Op::Path { to, from, path } => {
                write!(f, "{:<12} {} ← {} {}", "get path", r(to), r(from), self.path(path))
            }
            Op::SetEventField { key, from, .. } => {
                write!(f, "{:<12} .{} ← {}", "set field", self.program.keys[key as usize], r(from))
            }
            Op::SetEvent { path, from } => {
                write!(f, "{:<12} .{} ← {}", "set", self.path(path), r(from))
            }
            Op::SetMetadata { path, from } => {
                write!(f, "{:<12} %{} ← {}", "set", self.path(path), r(from))
            }
            Op::SetPath { to, path, from } => {
                write!(f, "{:<12} {} {} ← {}", "set path", r(to), self.path(path), r(from))
            }
            Op::MergeEvent { from, .. } => write!(f, "{:<12} . ← {}", "merge", r(from)),
            Op::Merge { to, left, right, .. } => self.binary(f, "merge", [to, left, right]),
            Op::Add { to, left, right } => self.binary(f, "add", [to, left, right]),
            Op::Subtract { to, left, right } => self.binary(f, "subtract", [to, left, right]),
            Op::Multiply { to, left, right } => self.binary(f, "multiply", [to, left, right]),
            Op::Divide { to, left, right } => self.binary(f, "divide", [to, left, right]),
            Op::Equal { to, left, right } => self.binary(f, "equal", [to, left, right]),
            Op::NotEqual { to, left, right } => self.binary(f, "not equal", [to, left, right]),
            Op::Less { to, left, right } => self.binary(f, "less", [to, left, right]),
            Op::LessOrEqual { to, left, right } => self.binary(f, "less equal", [to, left, right]),
            Op::Greater { to, left, right } => self.binary(f, "greater", [to, left, right]),
            Op::GreaterOrEqual { to, left, right } => {
                self.binary(f, "greater equal", [to, left, right])
            }
            Op::And { to, left, right } => self.binary(f, "and", [to, left, right]),
            Op::Not { to, from } => write!(f, "{:<12} {} ← {}", "not", r(to), r(from)),
            Op::TypeAssert { value, assert } => {
                let kinds = self.program.type_asserts[assert as usize].kinds;
                write!(f, "{:<12} {} {kinds}", "type assert", r(value))
            }
            Op::Array { to, first, count } => {
                write!(f, "{:<12} {} ← {}", "array", r(to), self.registers(first, count))
            }
            Op::Object { to, first, shape } => {
                write!(f, "{:<12} {} ←", "object", r(to))?;
                for (key, register) in self.program.shapes[shape as usize].iter().zip(first..) {
                    write!(f, " {key}: {}", r(register))?;
                }
                Ok(())
            }
            Op::Jump { target } => write!(f, "{:<12} {target}", "jump"),
            Op::JumpIfFalse { condition, target } => {
                write!(f, "{:<12} {} {target}", "if false", r(condition))
            }
            Op::JumpUnlessTrue { value, target } => {
                write!(f, "{:<12} {} {target}", "unless true", r(value))
            }
            Op::JumpIfTruthy { value, target } => {
                write!(f, "{:<12} {} {target}", "if truthy", r(value))
            }
            Op::Call { call } => self.call(f, &self.program.calls[call as usize]),
            Op::End { value } => write!(f, "{:<12} {}", "end", r(value)),
            Op::Return { value } => write!(f, "{:<12} {}", "return", r(value)),
            Op::ReturnFails => f.write_str("return fails"),
            Op::Abort => f.write_str("abort"),
            Op::AbortWith { message } => write!(f, "{:<12} {}", "abort", r(message)),
            Op::AbortFails { message } => write!(f, "{:<12} {}", "abort fails", r(message)),
            Op::Break => f.write_str("break"),
            Op::CoverageProbe { probe } => write!(f, "{:<12} {probe}", "probe"),
        }
    }
}
