//! The reference engine, the published crate `vrl`, in a process of its own: what it can't survive ends
//! only itself, and the comparison is built without it.
//!
//! It reads programs with their events, a line of JSON each, and answers each with a line: its verdict.

#[allow(dead_code, reason = "the comparison needs more of it")]
#[path = "../../plain.rs"]
mod plain;
#[allow(dead_code, reason = "the comparison needs more of it")]
#[path = "../../verdict.rs"]
mod verdict;
#[path = "../../wire.rs"]
mod wire;

use std::io::{self, BufRead, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::thread;

use serde_json::{Value as Json, json};
use vrl::compiler::runtime::{Runtime, Terminate};
use vrl::compiler::state::RuntimeState;
use vrl::compiler::{Function, Program, TargetValue, TimeZone};
use vrl::diagnostic::Severity;
use vrl::value::{ObjectMap, Secrets, Value};

use plain::Plain;
use verdict::{End, Run, Verdict};

/// Room for the engine's recursion.
const STACK: usize = 256 << 20;

fn main() -> io::Result<()> {
    // Panics are verdicts here.
    std::panic::set_hook(Box::new(|_| {}));
    match thread::Builder::new().stack_size(STACK).spawn(answer)?.join() {
        Ok(result) => result,
        Err(_) => Err(io::Error::other("the reference panicked")),
    }
}

fn answer() -> io::Result<()> {
    let reference = Reference::new();
    let names: Vec<&str> = reference.functions.iter().map(|it| it.identifier()).collect();
    let mut out = io::stdout();
    writeln!(out, "{}", json!(names))?;
    for line in io::stdin().lock().lines() {
        let question: Json = serde_json::from_str(&line?)?;
        let source = question["source"].as_str().unwrap_or_default();
        let events = question["events"].as_array().cloned().unwrap_or_default();
        let events: Vec<&str> = events.iter().filter_map(Json::as_str).collect();
        let verdict = catch_unwind(AssertUnwindSafe(|| reference.judge(source, &events)));
        writeln!(out, "{}", verdict.unwrap_or(Verdict::GaveUp).to_json())?;
        out.flush()?;
    }
    Ok(())
}

struct Reference {
    functions: Vec<Box<dyn Function>>,
    timezone: TimeZone,
}

impl Reference {
    fn new() -> Self {
        let timezone = TimeZone::parse("UTC").expect("the zone of all zones");
        Self { functions: vrl::stdlib::all(), timezone }
    }

    fn judge(&self, source: &str, events: &[&str]) -> Verdict {
        let compiled = match vrl::compiler::compile(source, &self.functions) {
            Ok(compiled) => compiled,
            Err(diagnostics) => {
                let errors = diagnostics
                    .iter()
                    .filter(|it| matches!(it.severity, Severity::Error | Severity::Bug));
                return Verdict::Refused(errors.map(|error| error.code as u16).collect());
            }
        };
        let warnings = compiled.warnings.iter().map(|warning| warning.code as u16).collect();
        let runs = events.iter().map(|event| self.run(&compiled.program, event)).collect();
        Verdict::Ran { warnings, runs }
    }

    fn run(&self, program: &Program, event: &str) -> Run {
        let mut target = TargetValue {
            value: serde_json::from_str(event).expect("events are JSON"),
            metadata: Value::Object(ObjectMap::new()),
            secrets: Secrets::default(),
        };
        let outcome =
            Runtime::new(RuntimeState::default()).resolve(&mut target, program, &self.timezone);
        let end = match outcome {
            Ok(value) => End::Value(plain(&value)),
            Err(Terminate::Abort(_)) => End::Aborted,
            Err(Terminate::Error(_) | Terminate::Interrupted) => End::Failed,
        };
        Run { end, event: plain(&target.value), metadata: plain(&target.metadata) }
    }
}

fn plain(value: &Value) -> Plain {
    match value {
        Value::Null => Plain::Null,
        Value::Boolean(boolean) => Plain::Boolean(*boolean),
        Value::Integer(number) => Plain::Integer(*number),
        Value::Float(number) => Plain::Float(number.into_inner().to_bits()),
        Value::Bytes(bytes) => Plain::Text(bytes.to_vec()),
        Value::String(text) => Plain::Text(text.as_bytes().to_vec()),
        Value::Timestamp(time) => Plain::Timestamp(time.timestamp(), time.timestamp_subsec_nanos()),
        Value::Regex(regex) => Plain::Regex(regex.as_str().to_owned()),
        Value::Array(items) => Plain::Array(items.iter().map(plain).collect()),
        Value::Object(fields) => Plain::Object(
            fields.iter().map(|(key, field)| (key.to_string(), plain(field))).collect(),
        ),
    }
}
