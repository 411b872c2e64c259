//! `to_timestamp`: converts strings and numbers to a timestamp.

use chrono::{DateTime, Utc};
use vrlet_function::prelude::*;

use crate::time_format::TimeFormat;

/// The forms in which a text is looked for, in this order.
const FORMATS: &[&str] = &[
    "%+",
    "%F %T%.f %z",
    "%F %T%.f%z",
    "%FT%T%.f%z",
    "%F %T%.f",
    "%FT%T%.f",
    "%v %T",
    "%d/%b/%Y:%T %z",
    "%d/%b/%Y:%T",
    "%m/%d/%Y:%T",
    "%a, %d %b %Y %T %z",
    "%a, %d %b %Y %T",
    "%a %d %b %T %z %Y",
    "%a %d %b %T %Y",
    "%A, %d %B %Y %T %z",
    "%A, %d %B %Y %T",
    "%A %d %B %T %Y",
    "%a %b %e %T %z %Y",
    "%a %b %e %T %Y",
    "%s",
];

const VALUE: Arg<Value> =
    Arg::required("value", "The text, number or timestamp.").kinds(STRING.or(NUMBER).or(TIMESTAMP));
const UNIT: Arg<Text> = Arg::optional("unit", "What a number counts.")
    .default(Literal::Text("seconds"))
    .one_of(&["seconds", "milliseconds", "microseconds", "nanoseconds"])
    .constant()
    .after(VALUE);

pub const FUNCTION: Function = Function::new(Contract {
    name: "to_timestamp",
    category: Category::Coerce,
    about: "The value as a timestamp: a text in one of several usual forms, or a number of seconds \
            or smaller units since 1970. A timestamp stays as it is. VRL dropped it \
            because it has to guess the form of a text.",
    params: &[VALUE.param(), UNIT.param()],
    returns: |context| TypeDef::timestamp().fallible_if(!context.kind(VALUE).is(TIMESTAMP)),
    failures: &[
        "The text is in none of the usual forms, or says no full date and time.",
        "The number is too far from 1970 for a timestamp.",
    ],
    body: Body::Prepared(|context| {
        let formats: Vec<TimeFormat> =
            FORMATS.iter().filter_map(|format| TimeFormat::read(format).ok()).collect();
        let unit = match context.choice(UNIT) {
            Some("milliseconds") => 1000,
            Some("microseconds") => 1_000_000,
            Some("nanoseconds") => NANOSECONDS,
            _ => 1,
        };
        Ok(Box::new(move |call: &mut Call<'_>| to_timestamp(call, &formats, unit)))
    }),
    examples: &[
        example("A text", r#"to_timestamp!("2020-10-21 16:00:00")"#, r#""2020-10-21T16:00:00Z""#),
        example(
            "A text with its offset",
            r#"to_timestamp!("06/May/2024:08:16:11 -0500")"#,
            r#""2024-05-06T13:16:11Z""#,
        ),
        example("Seconds", "to_timestamp!(1600000000)", r#""2020-09-13T12:26:40Z""#),
        example(
            "Milliseconds",
            "to_timestamp!(1600000000250, unit: \"milliseconds\")",
            r#""2020-09-13T12:26:40.250Z""#,
        ),
        example(
            "Seconds with a fraction",
            "to_timestamp!(1600000000.5)",
            r#""2020-09-13T12:26:40.500Z""#,
        ),
        fails(
            "No time at all",
            r#"to_timestamp!("yesterday")"#,
            "`yesterday` is a time in none of the usual forms",
        ),
    ],
})
.deprecated(
    "read a text by its format, `parse_timestamp!(…, \"%+\")`, and a number with \
         `from_unix_timestamp!(…)`",
);

const NANOSECONDS: i64 = 1_000_000_000;

fn to_timestamp(
    call: &mut Call<'_>,
    formats: &[TimeFormat],
    per_second: i64,
) -> Result<Value, Failure> {
    let value = call.take(VALUE);
    let time = match &value {
        Value::Bytes(text) => {
            let text = text.to_str();
            let zone = call.host().timezone;
            let found = formats.iter().find_map(|format| format.parse(&text, zone).ok());
            return found.map(Value::Timestamp).ok_or_else(|| {
                Failure::new(format!("`{text}` is a time in none of the usual forms"))
            });
        }
        Value::Integer(number) => of_integer(*number, per_second),
        Value::Float(number) => of_float(number.into_inner(), per_second),
        _ => return Ok(value),
    };
    time.map(Value::Timestamp).ok_or(Failure::fixed("the number is too far from 1970"))
}

fn of_integer(number: i64, per_second: i64) -> Option<DateTime<Utc>> {
    let rest = number.rem_euclid(per_second) * (NANOSECONDS / per_second);
    DateTime::from_timestamp(number.div_euclid(per_second), u32::try_from(rest).ok()?)
}

#[allow(clippy::cast_possible_truncation, reason = "what is out of range saturates and is refused")]
#[allow(
    clippy::cast_precision_loss,
    reason = "the units are powers of ten that floats hold exactly"
)]
fn of_float(number: f64, per_second: i64) -> Option<DateTime<Utc>> {
    let seconds = number / per_second as f64;
    let whole = seconds.floor();
    // To microseconds: floats of today's times say no more.
    let micros = ((seconds - whole) * 1e6).round() as i64;
    of_integer(whole as i64, 1)?.checked_add_signed(chrono::Duration::microseconds(micros))
}
