//! The reference engine's share of the tables; it is left out where it takes more than some seconds.

use std::time::Duration;

use vrl::compiler::{Context, TargetValue, TimeZone, state::RuntimeState};
use vrl::value::Secrets;

use crate::timed;

/// The reference takes a minute from here on.
const MOST_LINES: usize = 800;
/// The reference copies the array for each element.
const MOST_PUSHES: usize = 10_000;

/// The time to compile a program of so many lines.
pub fn compile(source: &str, lines: usize) -> Option<Duration> {
    let functions = vrl::stdlib::all();
    (lines <= MOST_LINES)
        .then(|| timed(|| drop(vrl::compiler::compile(source, &functions).expect("it compiles"))))
}

/// The time to run a program that pushes so many elements.
pub fn pushes(source: &str, event: &str, count: usize) -> Option<Duration> {
    if count > MOST_PUSHES {
        return None;
    }
    let program = vrl::compiler::compile(source, &vrl::stdlib::all()).expect("it compiles").program;
    let mut target = TargetValue {
        value: serde_json::from_str(event).expect("an event"),
        metadata: vrl::value::Value::Object(vrl::value::ObjectMap::new()),
        secrets: Secrets::default(),
    };
    let (mut state, timezone) = (RuntimeState::default(), TimeZone::default());
    let mut context = Context::new(&mut target, &mut state, &timezone);
    Some(timed(|| drop(program.resolve(&mut context).expect("it runs"))))
}
