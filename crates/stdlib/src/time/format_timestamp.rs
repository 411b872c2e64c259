//! `format_timestamp`: formats a timestamp.

use chrono::{DateTime, Utc};
use vrlet_function::prelude::*;

use crate::time_format::{TimeFormat, Zone};
use crate::time_format_check;

const VALUE: Arg<DateTime<Utc>> = Arg::required("value", "The timestamp.");
const FORMAT: Arg<Text> =
    Arg::required("format", "The format, with `%Y`, `%m`, `%d`, `%H` and so on.").after(VALUE);
const TIMEZONE: Arg<Option<Text>> =
    Arg::optional("timezone", "The zone to show the time in, as `Europe/Berlin`; without it, UTC.")
        .after(FORMAT);

pub const FUNCTION: Function = Function::new(Contract {
    name: "format_timestamp",
    category: Category::Timestamp,
    about: "A timestamp as text, in a format of `strftime`.",
    params: &[VALUE.param(), FORMAT.param(), TIMEZONE.param()],
    returns: |_| TypeDef::string().fallible(),
    failures: &[
        "The format has a `%…` without a meaning.",
        "The tz database does not know the zone.",
    ],
    body: Body::Prepared(|context| {
        let constant = TimeFormat::constant(context, FORMAT);
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
})
.warns(|context| time_format_check::check(context, FORMAT));

fn format_timestamp(
    call: &mut Call<'_>,
    constant: Option<&Result<TimeFormat, Failure>>,
) -> Result<Value, Failure> {
    let (time, format, zone) = (call.take(VALUE), call.take(FORMAT), call.take(TIMEZONE));
    let zone = zone.map(|zone| Zone::named(&zone, call.host())).transpose()?;
    let text = match constant {
        Some(format) => format.as_ref().map_err(Clone::clone)?.format(time, zone)?,
        None => TimeFormat::read(&format.to_str())?.format(time, zone)?,
    };
    Ok(Value::Bytes(text))
}
