//! `log`: write a message to the host's log.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use vrlet_function::prelude::*;
use vrlet_function::{Host, Level, Record};

const LEVELS: [Level; 5] = [Level::Trace, Level::Debug, Level::Info, Level::Warn, Level::Error];

const VALUE: Arg<Value> =
    Arg::required("value", "What to write; a string as it is, everything else as JSON.");
const LEVEL: Arg<Text> = Arg::optional("level", "How important it is.")
    .constant()
    .one_of(&["trace", "debug", "info", "warn", "error"])
    .default(Literal::Text("info"))
    .after(VALUE);
const RATE_LIMIT_SECS: Arg<i64> = Arg::optional(
    "rate_limit_secs",
    "How many seconds must lie between two messages; 0 for all of them.",
)
.default(Literal::Integer(1))
.after(LEVEL);

pub const FUNCTION: Function = Function::new(Contract {
    name: "log",
    category: Category::Debug,
    about: "Writes the value to the log of the host. Calls from the same place in a program that \
            follow each other within `rate_limit_secs` are left out.",
    params: &[VALUE.param(), LEVEL.param(), RATE_LIMIT_SECS.param()],
    returns: |_| TypeDef::null(),
    failures: &[],
    body: Body::Prepared(|context| {
        let level = context.choice(LEVEL);
        let level = LEVELS.into_iter().find(|known| level == Some(known.name()));
        let level = level.unwrap_or(Level::Info);
        let (span, due) = (context.span, Arc::new(AtomicI64::new(i64::MIN)));
        Ok(Box::new(move |call: &mut Call<'_>| {
            if is_due(&due, call.take(RATE_LIMIT_SECS), call.host()) {
                let value = call.take(VALUE);
                let message = match &value {
                    Value::Bytes(text) => text.to_str(),
                    other => other.to_string().into(),
                };
                call.host().log.write(&Record { level, message: &message, span });
            }
            Ok(Value::Null)
        }))
    }),
    examples: &[
        example(
            "A word to the operator",
            r#"log("an event without a host", level: "warn")"#,
            "null",
        ),
        example("The whole event", "log(., rate_limit_secs: 60)", "null").event(r#"{"a": 1}"#),
    ],
})
.for_effect()
.reaches(&[Reach::Log, Reach::Clock]);

/// Whether a message may be written, among all machines that run the program. Where messages come in a
/// hurry they only read what they share.
fn is_due(due: &AtomicI64, seconds: i64, host: &Host) -> bool {
    let Ok(now) = host.clock.now() else { return true };
    if seconds <= 0 {
        return true;
    }
    let now = now.timestamp_millis();
    let next = now.saturating_add(seconds.saturating_mul(1000));
    let seen = due.load(Ordering::Relaxed);
    seen <= now && due.compare_exchange(seen, next, Ordering::Relaxed, Ordering::Relaxed).is_ok()
}
