//! The reference engine, the published crate `vrl`, as a host embeds it.

use std::panic::{AssertUnwindSafe, catch_unwind};

use vrl::compiler::runtime::{Runtime, Terminate};
use vrl::compiler::state::RuntimeState;
use vrl::compiler::{Function, Program, TargetValue, TimeZone};
use vrl::diagnostic::Severity;
use vrl::value::{ObjectMap, Secrets, Value};

use crate::plain::Plain;
use crate::verdict::{End, Run, Verdict};

pub struct Reference {
    functions: Vec<Box<dyn Function>>,
    timezone: TimeZone,
}

impl Reference {
    pub fn new() -> Self {
        let timezone = TimeZone::parse("UTC").expect("the zone of all zones");
        Self { functions: vrl::stdlib::all(), timezone }
    }

    /// The names of its functions.
    pub fn functions(&self) -> impl Iterator<Item = &'static str> + '_ {
        self.functions.iter().map(|function| function.identifier())
    }

    pub fn judge(&self, source: &str, events: &[String]) -> Verdict {
        catch_unwind(AssertUnwindSafe(|| self.compile_and_run(source, events)))
            .unwrap_or(Verdict::Panicked)
    }

    fn compile_and_run(&self, source: &str, events: &[String]) -> Verdict {
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
