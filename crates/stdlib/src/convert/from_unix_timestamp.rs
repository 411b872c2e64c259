//! `from_unix_timestamp`: a timestamp from a Unix time.

use chrono::DateTime;
use vrlet_function::prelude::*;

use super::unix_unit::{UNIT, UnixUnit};

const VALUE: Arg<i64> = Arg::required("value", "The count.");

pub const FUNCTION: Function = Function::new(Contract {
    name: "from_unix_timestamp",
    category: Category::Convert,
    about: "The timestamp that lies so many seconds, or smaller units, after the start of 1970 in \
            UTC.",
    params: &[VALUE.param(), UNIT.param()],
    returns: |_| TypeDef::timestamp().fallible(),
    failures: &["The timestamp lies outside of the years -262143 to 262142."],
    body: Body::Prepared(|context| {
        let unit = UnixUnit::of(context);
        Ok(Box::new(move |call: &mut Call<'_>| from_unix_timestamp(call.take(VALUE), unit)))
    }),
    examples: &[
        example("Seconds", "from_unix_timestamp!(5)", r#""1970-01-01T00:00:05Z""#),
        example(
            "Milliseconds",
            r#"from_unix_timestamp!(1609459200250, unit: "milliseconds")"#,
            r#""2021-01-01T00:00:00.250Z""#,
        ),
    ],
});

fn from_unix_timestamp(count: i64, unit: UnixUnit) -> Result<Value, Failure> {
    let time = match unit {
        UnixUnit::Seconds => DateTime::from_timestamp_secs(count),
        UnixUnit::Milliseconds => DateTime::from_timestamp_millis(count),
        UnixUnit::Microseconds => DateTime::from_timestamp_micros(count),
        UnixUnit::Nanoseconds => Some(DateTime::from_timestamp_nanos(count)),
    };
    let time = time
        .ok_or_else(|| Failure::new(format!("{count} is too far from 1970 to be a timestamp")))?;
    Ok(Value::Timestamp(time))
}
