//! `parse_timestamp`: parses a timestamp by a format.

use vrlet_function::prelude::*;

use crate::time_format::{TimeFormat, Zone};
use crate::time_format_check;

const VALUE: Arg<Value> = Arg::required("value", "The text of a time.").kinds(STRING.or(TIMESTAMP));
const FORMAT: Arg<Value> =
    Arg::required("format", "The format, with `%Y`, `%m`, `%d`, `%H` and so on.")
        .kinds(STRING)
        .unchecked()
        .after(VALUE);
const TIMEZONE: Arg<Value> = Arg::optional(
    "timezone",
    "The zone of times that name none, such as `Europe/Berlin`; without it, or with `local`, that \
     of the host.",
)
.kinds(STRING)
.unchecked()
.after(FORMAT);

pub const FUNCTION: Function = Function::new(Contract {
    name: "parse_timestamp",
    category: Category::Parse,
    about: "The timestamp that a text stands for, in a format of `strftime`. A value that is \
            already a timestamp is given back.",
    params: &[VALUE.param(), FORMAT.param(), TIMEZONE.param()],
    returns: |_| TypeDef::timestamp().fallible(),
    failures: &[
        "The text does not match the format.",
        "The text has no full date and time, or a local time that exists twice or never.",
        "The format has a `%…` without a meaning.",
        "The tz database does not know the zone.",
    ],
    body: Body::Prepared(|context| {
        let constant = TimeFormat::constant(context, FORMAT);
        let zoned = context.has(TIMEZONE);
        Ok(Box::new(move |call: &mut Call<'_>| parse_timestamp(call, constant.as_ref(), zoned)))
    }),
    examples: &[
        example(
            "With its offset",
            r#"parse_timestamp!("10/Oct/2023:13:55:36 +0200", "%d/%b/%Y:%T %z")"#,
            r#""2023-10-10T11:55:36Z""#,
        ),
        example(
            "In a zone",
            r#"parse_timestamp!("2023-10-10 13:55:36", "%F %T", timezone: "Europe/Berlin")"#,
            r#""2023-10-10T11:55:36Z""#,
        ),
        example(
            "Seconds since 1970",
            r#"parse_timestamp!("1600000000", "%s")"#,
            r#""2020-09-13T12:26:40Z""#,
        ),
        fails(
            "A date without a time",
            r#"parse_timestamp!("2023-10-10", "%F")"#,
            "is not one date with one time",
        ),
    ],
})
.warns(|context| time_format_check::check(context, FORMAT));

fn parse_timestamp(
    call: &mut Call<'_>,
    constant: Option<&Result<TimeFormat, Failure>>,
    zoned: bool,
) -> Result<Value, Failure> {
    let (value, format, zone) = (call.take(VALUE), call.take(FORMAT), call.take(TIMEZONE));
    let Value::Bytes(text) = value else {
        return Ok(value);
    };
    let Value::Bytes(format) = format else { return Err(no_text("format", &format)) };
    let zone = match zone {
        _ if !zoned => call.host().timezone,
        Value::Bytes(zone) => Zone::named(&zone, call.host())?.tz(),
        other => return Err(no_text("time zone", &other)),
    };
    let time = match constant {
        Some(format) => format.as_ref().map_err(Clone::clone)?.parse(&text.to_str(), zone)?,
        None => TimeFormat::read(&format.to_str())?.parse(&text.to_str(), zone)?,
    };
    Ok(Value::Timestamp(time))
}

fn no_text(what: &str, value: &Value) -> Failure {
    Failure::new(format!("the {what} is a string, not a value of kind {}", value.kind_name()))
}
