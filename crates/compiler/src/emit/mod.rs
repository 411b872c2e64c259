//! From checked tree to program.
//!
//! Nothing here can fail: what could go wrong was found by the checker. An expression is written into
//! a register that its reader chooses, or for its effect alone; temporary registers are a stack above
//! the variables' own.

mod assign;
mod call;
mod choose;
mod expr;
mod liveness;
mod operation;
mod place;
mod probe;
mod removal;
mod sequence;

use std::collections::HashMap;

use vrlet_diagnostic::Span;
use vrlet_value::{Key, Path, Value};
use vrlet_vm::{Handler, Op, Program, Reg};

use crate::tree::{Closure, Expr, Tree, VariableId};
use liveness::Liveness;

/// Writes the program of a tree.
#[must_use]
pub fn emit(tree: Tree) -> Program {
    write(tree, false)
}

/// Writes the program of a tree, with probes that count which of its parts run.
#[must_use]
pub fn emit_with_probes(tree: Tree) -> Program {
    write(tree, true)
}

fn write(tree: Tree, probes: bool) -> Program {
    let liveness = Liveness::of(&tree);
    let variables: Vec<String> =
        tree.variables.iter().map(|variable| variable.name.clone()).collect();
    let needed: Vec<bool> =
        tree.variables.iter().map(|variable| variable.read || variable.kept).collect();
    let kept = (0..).zip(&tree.variables).filter(|(_, variable)| variable.kept);
    let kept = kept.map(|(register, _)| register).collect();
    let next = u32::try_from(variables.len()).unwrap_or(u32::MAX);
    let mut emitter = Emitter {
        program: Program { variables, kept, registers: next, ..Program::default() },
        next,
        liveness,
        needed,
        handler: 0,
        in_argument: false,
        after_or: false,
        in_closure: false,
        handled_outside: false,
        overwritten: None,
        probes,
        decisions: 0,
        closures: Vec::new(),
        paths: HashMap::new(),
        keys: HashMap::new(),
    };
    emitter.root(tree.roots);
    emitter.program
}

struct Emitter {
    program: Program,
    /// The first register that is free.
    next: Reg,
    liveness: Liveness,
    /// For each variable: whether its value is ever read.
    needed: Vec<bool>,
    /// One more than the row of the handler that covers what is written now, or 0.
    handler: u32,
    /// Whether what is written now is an argument, which `return` can't leave.
    in_argument: bool,
    /// Whether what is written now is the right side of `||`, where every way out is a failure.
    after_or: bool,
    in_closure: bool,
    /// Whether something around the closure that is written now catches its failures.
    handled_outside: bool,
    /// The variable whose old value dies with the assignment that is written now.
    overwritten: Option<VariableId>,
    /// Whether what runs is counted.
    probes: bool,
    decisions: u32,
    /// Closures whose code is still to be written, after the program's.
    closures: Vec<PendingClosure>,
    paths: HashMap<Path, u32>,
    keys: HashMap<Key, u32>,
}

/// A closure whose code follows the program's.
struct PendingClosure {
    call: u32,
    closure: Closure,
    /// The first register that is free while it runs.
    free: Reg,
    /// Whether something around the call catches failures.
    handled: bool,
    span: Span,
}

/// Where the value of an expression goes.
#[derive(Clone, Copy)]
enum Dest {
    Value(Reg),
    Nothing,
}

impl Emitter {
    fn root(&mut self, roots: Vec<Expr>) {
        let result = self.temporary();
        let end = roots.last().map(|last| last.span).unwrap_or_default();
        self.sequence(roots, Dest::Value(result), end);
        self.write(Op::End { value: result }, end);
        while let Some(closure) = self.closures.pop() {
            self.closure(closure);
        }
    }

    fn null(&mut self, dest: Dest, span: Span) {
        if let Dest::Value(to) = dest {
            self.constant(Value::Null, to, span);
        }
    }

    fn constant(&mut self, value: Value, to: Reg, span: Span) {
        let constant = row(&mut self.program.constants, value);
        self.write(Op::Constant { to, constant }, span);
    }

    fn write(&mut self, op: Op, span: Span) {
        self.program.ops.push(op);
        self.program.spans.push(span);
        self.program.handler_index.push(self.handler);
    }

    /// Writes a jump whose target is not known yet.
    fn jump(&mut self, op: Op, span: Span) -> usize {
        self.write(op, span);
        self.program.ops.len() - 1
    }

    fn here(&self) -> u32 {
        u32::try_from(self.program.ops.len()).unwrap_or(u32::MAX)
    }

    /// Points an earlier jump to the next instruction.
    fn patch_jump(&mut self, jump: usize) {
        let here = self.here();
        match &mut self.program.ops[jump] {
            Op::Jump { target }
            | Op::JumpIfFalse { target, .. }
            | Op::JumpUnlessTrue { target, .. }
            | Op::JumpIfTruthy { target, .. } => *target = here,
            other => unreachable!("only jumps land: {other:?}"),
        }
    }

    fn temporary(&mut self) -> Reg {
        let register = self.next;
        self.next += 1;
        self.program.registers = self.program.registers.max(self.next);
        register
    }

    /// Writes something whose failures go on at a handler that is placed later.
    fn with_handler(&mut self, message: Option<Reg>, write: impl FnOnce(&mut Self)) -> usize {
        let row = row(&mut self.program.handlers, Handler { target: 0, message });
        let outer = std::mem::replace(&mut self.handler, row + 1);
        write(self);
        self.handler = outer;
        row as usize
    }

    fn patch_handler(&mut self, handler: usize) {
        self.program.handlers[handler].target = self.here();
    }

    fn path(&mut self, path: Path) -> u32 {
        let paths = &mut self.program.paths;
        *self.paths.entry(path).or_insert_with_key(|path| row(paths, path.clone()))
    }

    fn key(&mut self, key: Key) -> u32 {
        let keys = &mut self.program.keys;
        *self.keys.entry(key).or_insert_with_key(|key| row(keys, key.clone()))
    }

    fn field_cache(&mut self) -> u32 {
        self.program.field_caches += 1;
        self.program.field_caches - 1
    }

    fn merge_cache(&mut self) -> u32 {
        self.program.merge_caches += 1;
        self.program.merge_caches - 1
    }
}

/// The row of a new entry of a table.
fn row<T>(table: &mut Vec<T>, entry: T) -> u32 {
    table.push(entry);
    u32::try_from(table.len() - 1).unwrap_or(u32::MAX)
}

/// The register of a variable.
fn register(variable: VariableId) -> Reg {
    variable.0
}
