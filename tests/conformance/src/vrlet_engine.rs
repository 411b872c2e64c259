//! vrlet as a host embeds it: strict, as the reference is, and in UTC.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook};

use vrlet::function::Registry;
use vrlet::value::Value;
use vrlet::{Engine, Event, Outcome, SystemEnvironment, SystemFiles, Vm};

use crate::plain::Plain;
use crate::verdict::{End, Run, Verdict};

/// The warnings that the reference does not have.
const OWN_WARNINGS: std::ops::RangeInclusive<u16> = 901..=999;

thread_local! {
    /// Whether vrlet is at work: its panics are verdicts.
    static AT_WORK: Cell<bool> = const { Cell::new(false) };
}

/// Keeps panics of vrlet off the screen, and no others.
pub fn hide_panics() {
    let usual = take_hook();
    set_hook(Box::new(move |panic| {
        if !AT_WORK.get() {
            usual(panic);
        }
    }));
}

/// What vrlet makes of something, unless it panics.
fn caught<T>(work: impl FnOnce() -> T) -> Option<T> {
    AT_WORK.set(true);
    let made = catch_unwind(AssertUnwindSafe(work));
    AT_WORK.set(false);
    made.ok()
}

pub struct VrletEngine {
    engine: Engine,
}

impl VrletEngine {
    pub fn new() -> Self {
        Self {
            engine: Engine::builder()
                .strict(true)
                .environment(SystemEnvironment)
                .files(SystemFiles)
                .build(),
        }
    }

    pub fn functions(&self) -> &Registry {
        self.engine.functions()
    }

    /// The codes of what is wrong with a program.
    pub fn errors(&self, source: &str) -> Vec<u16> {
        match caught(|| self.engine.compile(source)) {
            Some(Err(error)) => error.diagnostics.iter().map(|it| it.code.number()).collect(),
            Some(Ok(_)) | None => Vec::new(),
        }
    }

    pub fn judge(&self, source: &str, events: &[String]) -> Verdict {
        caught(|| self.compile_and_run(source, events)).unwrap_or(Verdict::GaveUp)
    }

    fn compile_and_run(&self, source: &str, events: &[String]) -> Verdict {
        let program = match self.engine.compile(source) {
            Ok(program) => program,
            Err(error) => {
                let codes = error.diagnostics.iter().map(|it| it.code.number());
                return Verdict::Refused(codes.collect());
            }
        };
        let warnings = program.warnings().iter().map(|warning| warning.code.number());
        let warnings = warnings.filter(|code| !OWN_WARNINGS.contains(code)).collect();
        // One machine for all events: what it keeps from one to the next must not show.
        let mut vm = program.vm();
        let runs = events.iter().map(|event| run(&mut vm, event)).collect();
        Verdict::Ran { warnings, runs }
    }
}

fn run(vm: &mut Vm, event: &str) -> Run {
    let mut event = Event::from_json(event).expect("events are JSON");
    let end = match vm.run(&mut event) {
        Ok(Outcome::Value(value)) => End::Value(plain(&value)),
        Ok(Outcome::Aborted(_)) => End::Aborted,
        Err(_) => End::Failed,
    };
    Run { end, event: plain(event.value()), metadata: plain(event.metadata()) }
}

fn plain(value: &Value) -> Plain {
    match value {
        Value::Null => Plain::Null,
        Value::Boolean(boolean) => Plain::Boolean(*boolean),
        Value::Integer(number) => Plain::Integer(*number),
        Value::Float(number) => Plain::Float(number.into_inner().to_bits()),
        Value::Bytes(text) => Plain::Text(text.as_bytes().to_vec()),
        Value::Timestamp(time) => Plain::Timestamp(time.timestamp(), time.timestamp_subsec_nanos()),
        Value::Regex(regex) => Plain::Regex(regex.as_str().to_owned()),
        Value::Array(items) => Plain::Array(items.iter().map(plain).collect()),
        Value::Object(fields) => Plain::Object(
            fields.iter().map(|(key, field)| (key.to_string(), plain(field))).collect(),
        ),
    }
}
