//! `format_timestamp`: write a time.

use chrono::{DateTime, Utc};
use vrlet_function::prelude::*;

use crate::time_format::{TimeFormat, Zone};

/// The contract.
pub const FUNCTION: Function = Function {
    name: "format_timestamp",
    category: Category::Timestamp,
    about: "A timestamp as text, in a format of `strftime`.",
    params: &[
        required("value", TIMESTAMP, "The timestamp."),
        required("format", STRING, "The format, with `%Y`, `%m`, `%d`, `%H` and so on."),
        optional(
            "timezone",
            STRING,
            "The zone to show the time in, as `Europe/Berlin`; without it, UTC.",
        ),
    ],
    returns: |_| TypeDef::string().fallible(),
    failures: &[
        "The format has a `%…` without a meaning.",
        "The tz database does not know the zone.",
    ],
    body: Body::Prepared(|site| {
        let constant = TimeFormat::constant(site, "format");
        Ok(Box::new(move |call: &mut Call<'_>| format_timestamp(call, constant.as_ref())))
    }),
    examples: &[
        example(
            "A date",
            r#"format_timestamp!(t'2020-10-21T16:00:00Z', "%d %B %Y")"#,
            r#""21 October 2020""#,
        ),
        example(
            "In another zone",
            r#"format_timestamp!(t'2020-10-21T16:00:00Z', "%F %R", timezone: "Europe/Berlin")"#,
            r#""2020-10-21 18:00""#,
        ),
        fails(
            "No such zone",
            r#"format_timestamp!(now(), "%F", timezone: "Mars")"#,
            "is no time zone",
        ),
    ],
    ..Function::BASE
};

fn format_timestamp(
    call: &mut Call<'_>,
    constant: Option<&Result<TimeFormat, Failure>>,
) -> Result<Value, Failure> {
    let (time, format, zone) = call.unpack::<(DateTime<Utc>, Text, Option<Text>)>();
    let zone = zone.map(|zone| Zone::named(&zone, call.host())).transpose()?;
    let text = match constant {
        Some(format) => format.as_ref().map_err(Clone::clone)?.format(time, zone)?,
        None => TimeFormat::read(&format.to_str())?.format(time, zone)?,
    };
    Ok(Value::Bytes(text))
}
