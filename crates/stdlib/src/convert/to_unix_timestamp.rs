//! `to_unix_timestamp`: count the time since 1970.

use vrlet_function::prelude::*;

/// The contract.
pub const FUNCTION: Function = Function {
    name: "to_unix_timestamp",
    category: Category::Convert,
    about: "How many seconds, or smaller units, a timestamp is behind the start of 1970 in UTC; what is left over is dropped.",
    params: &[
        required("value", TIMESTAMP, "The timestamp."),
        optional("unit", STRING, "What is counted.")
            .default(Literal::Text("seconds"))
            .one_of(&["seconds", "milliseconds", "microseconds", "nanoseconds"])
            .constant(),
    ],
    returns: |site| TypeDef::integer().fallible_if(Unit::of(site) == Unit::Nanoseconds),
    failures: &["The nanoseconds do not fit in 64 bits, outside of the years 1678 to 2261."],
    body: Body::Prepared(|site| {
        let unit = Unit::of(site);
        Ok(Box::new(move |call: &mut Call<'_>| to_unix_timestamp(call, unit)))
    }),
    examples: &[
        example("Seconds", "to_unix_timestamp(t'2021-01-01T00:00:00Z')", "1609459200"),
        example(
            "Milliseconds",
            "to_unix_timestamp(t'2021-01-01T00:00:00.25Z', unit: \"milliseconds\")",
            "1609459200250",
        ),
    ],
    ..Function::BASE
};

#[derive(Clone, Copy, PartialEq, Eq)]
enum Unit {
    Seconds,
    Milliseconds,
    Microseconds,
    Nanoseconds,
}

impl Unit {
    fn of(site: &Site<'_>) -> Self {
        match site.constant("unit").as_ref().and_then(Value::as_text).and_then(Text::as_str) {
            Some("milliseconds") => Self::Milliseconds,
            Some("microseconds") => Self::Microseconds,
            Some("nanoseconds") => Self::Nanoseconds,
            _ => Self::Seconds,
        }
    }
}

fn to_unix_timestamp(call: &mut Call<'_>, unit: Unit) -> Result<Value, Failure> {
    let (time,) = call.unpack::<(chrono::DateTime<chrono::Utc>,)>();
    Ok(Value::Integer(match unit {
        Unit::Seconds => time.timestamp(),
        Unit::Milliseconds => time.timestamp_millis(),
        Unit::Microseconds => time.timestamp_micros(),
        Unit::Nanoseconds => time.timestamp_nanos_opt().ok_or(Failure::fixed(
            "the timestamp is too far from 1970 to be counted in nanoseconds",
        ))?,
    }))
}
