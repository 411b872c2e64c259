//! `to_unix_timestamp`: the Unix time of a timestamp.

use vrlet_function::prelude::*;

use super::unix_unit::{UNIT, UnixUnit};

const VALUE: Arg<chrono::DateTime<chrono::Utc>> = Arg::required("value", "The timestamp.");

pub const FUNCTION: Function = Function::new(Contract {
    name: "to_unix_timestamp",
    category: Category::Convert,
    about: "How many whole seconds, or smaller units, lie between the start of 1970 in UTC and the \
            timestamp.",
    params: &[VALUE.param(), UNIT.param()],
    returns: |context| {
        TypeDef::integer().fallible_if(UnixUnit::of(context) == UnixUnit::Nanoseconds)
    },
    failures: &["The nanoseconds do not fit in 64 bits, outside of the years 1678 to 2261."],
    body: Body::Prepared(|context| {
        let unit = UnixUnit::of(context);
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
});

fn to_unix_timestamp(call: &mut Call<'_>, unit: UnixUnit) -> Result<Value, Failure> {
    let time = call.take(VALUE);
    Ok(Value::Integer(match unit {
        UnixUnit::Seconds => time.timestamp(),
        UnixUnit::Milliseconds => time.timestamp_millis(),
        UnixUnit::Microseconds => time.timestamp_micros(),
        UnixUnit::Nanoseconds => time.timestamp_nanos_opt().ok_or(Failure::fixed(
            "the timestamp is too far from 1970 to be counted in nanoseconds",
        ))?,
    }))
}
