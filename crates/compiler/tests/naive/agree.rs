//! One program on both: the tree as it is read, and the bytecode on the machine.

use std::sync::Arc;

use vrlet_compiler::tree::Tree;
use vrlet_compiler::{Options, check, emit, emit_with_probes};
use vrlet_function::{FixedClock, Host, Registry, Secrets};
use vrlet_parser::ast::Ast;
use vrlet_value::json;
use vrlet_value::{Object, Value};
use vrlet_vm::{Disassembly, Machine, Outcome, Program};

use crate::evaluate::{End, Ran, evaluate};

/// The surroundings of all programs.
pub struct TestHost {
    registry: Registry,
    host: Arc<Host>,
}

impl TestHost {
    pub fn new() -> Self {
        let mut registry = Registry::new();
        registry.extend(vrlet_stdlib::FUNCTIONS.iter().copied());
        let clock = Arc::new(FixedClock(chrono::DateTime::UNIX_EPOCH));
        Self { registry, host: Arc::new(Host { clock, ..Host::default() }) }
    }

    /// What the host gives.
    pub fn host(&self) -> Arc<Host> {
        Arc::clone(&self.host)
    }

    /// The checked tree of a program that compiles.
    pub fn tree(&self, ast: &Ast) -> Option<Tree> {
        let options = Options {
            source: "",
            registry: &self.registry,
            host: &self.host,
            strict: false,
            read_only: &[],
            before: None,
            may_fail: false,
        };
        Some(check(ast, &options).ok()?.tree)
    }

    /// Runs a program over events one after the other, on one machine; then once more with probes,
    /// which must change nothing. `None` where it does not compile.
    pub fn disagreement(&self, source: &str, events: &[String]) -> Option<Result<(), String>> {
        let ast = vrlet_parser::parse(source).ok()?;
        match self.disagreement_of(&ast, source, events, emit)? {
            Ok(()) => self.disagreement_of(&ast, source, events, emit_with_probes),
            Err(report) => Some(Err(report)),
        }
    }

    fn disagreement_of(
        &self,
        ast: &Ast,
        source: &str,
        events: &[String],
        emit: fn(Tree) -> Program,
    ) -> Option<Result<(), String>> {
        let tree = self.tree(ast)?;
        let program = Arc::new(emit(self.tree(ast)?));
        let mut machine = Machine::new(Arc::clone(&program), Arc::clone(&self.host));
        for event in events {
            let given = || value(event).expect("events are JSON");
            let naive = evaluate(&tree, &self.host, given(), Object::new().into());
            let fast = on_machine(&mut machine, given(), Object::new().into());
            if naive != fast {
                let code = Disassembly { program: &program, source };
                return Some(Err(format!(
                    "{source}\n\nevent:   {event}\nnaive:   {naive}\nmachine: {fast}\n\n{code}"
                )));
            }
        }
        Some(Ok(()))
    }

    /// The lines of a program without which it would not show a disagreement.
    pub fn shrunk(&self, source: &str, events: &[String]) -> String {
        let mut lines: Vec<&str> = source.lines().collect();
        let mut at = 0;
        while at < lines.len() {
            let mut fewer = lines.clone();
            fewer.remove(at);
            match self.disagreement(&fewer.join("\n"), events) {
                Some(Err(_)) => (lines, at) = (fewer, 0),
                _ => at += 1,
            }
        }
        lines.join("\n")
    }
}

/// Runs a program over an event.
pub fn on_machine(machine: &mut Machine, mut event: Value, mut metadata: Value) -> Ran {
    let end = match machine.run(&mut event, &mut metadata, &mut Secrets::new()) {
        Ok(Outcome::Value(value)) => End::Value(value),
        Ok(Outcome::Aborted(text)) => End::Aborted(text),
        Err(error) => End::Failed(error.message),
    };
    Ran { end, event, metadata }
}

impl std::fmt::Display for Ran {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &self.end {
            End::Value(value) => write!(f, "{value}")?,
            End::Aborted(text) => write!(f, "aborted: {text:?}")?,
            End::Failed(text) => write!(f, "failed: {text}")?,
        }
        write!(f, "  . = {}  % = {}", self.event, self.metadata)
    }
}

/// The value of a JSON text, which is read anew for each run, so that nobody else holds a part of it.
pub fn value(text: &str) -> Option<Value> {
    json::read_slice(text.as_bytes()).ok()
}
