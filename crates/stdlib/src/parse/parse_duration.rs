//! `parse_duration`: parses a duration such as `1h 30m`.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use vrlet_function::prelude::*;

use crate::text::to_utf8;

/// The units, and how many seconds each is.
const UNITS: &[(&str, Decimal)] = &[
    ("ns", Decimal::from_parts(1, 0, 0, false, 9)),
    ("us", Decimal::from_parts(1, 0, 0, false, 6)),
    ("µs", Decimal::from_parts(1, 0, 0, false, 6)),
    ("ms", Decimal::from_parts(1, 0, 0, false, 3)),
    ("cs", Decimal::from_parts(1, 0, 0, false, 2)),
    ("ds", Decimal::from_parts(1, 0, 0, false, 1)),
    ("s", Decimal::from_parts(1, 0, 0, false, 0)),
    ("m", Decimal::from_parts(60, 0, 0, false, 0)),
    ("h", Decimal::from_parts(3_600, 0, 0, false, 0)),
    ("d", Decimal::from_parts(86_400, 0, 0, false, 0)),
    ("w", Decimal::from_parts(604_800, 0, 0, false, 0)),
];

const VALUE: Arg<Text> = Arg::required("value", "The duration: numbers with their units.");
const UNIT: Arg<Text> = Arg::required("unit", "The unit of the result.").after(VALUE);

pub const FUNCTION: Function = Function::new(Contract {
    name: "parse_duration",
    category: Category::Parse,
    about: "A duration such as `1h 30m` or `2.5s`, counted in `unit`s. Units are `ns`, `us`, `µs`, \
            `ms`, `cs`, `ds`, `s`, `m`, `h`, `d` and `w`.",
    params: &[VALUE.param(), UNIT.param()],
    returns: |_| TypeDef::float().fallible(),
    failures: &[
        "The text has a number without a unit, or anything else after the last unit.",
        "A unit is not one of those above.",
        "The duration is too long to be counted in that unit.",
    ],
    body: Body::Plain(parse_duration),
    examples: &[
        example("Milliseconds", r#"parse_duration!("1005ms", unit: "s")"#, "1.005"),
        example("More than one", r#"parse_duration!("1h 30m", unit: "m")"#, "90.0"),
        fails("No unit", r#"parse_duration!("90", unit: "s")"#, "no duration"),
        fails("Unknown", r#"parse_duration!("1y", unit: "s")"#, "`y` is no unit of time"),
    ],
});

fn parse_duration(call: &mut Call<'_>) -> Result<Value, Failure> {
    let (text, unit) = (call.take(VALUE), call.take(UNIT));
    let text = to_utf8(text);
    let unit = seconds(&unit.to_str())?;
    let mut rest = text.as_str().unwrap_or_default();
    let mut sum = 0.0;
    while !rest.is_empty() {
        let Some(part) = Part::next_in(rest) else {
            return Err(Failure::new(format!("`{rest}` is no duration, write one as `1h 30m`")));
        };
        let number = part.number.parse::<Decimal>().ok();
        let length = number
            .and_then(|number| number.checked_mul(seconds(part.unit).ok()?)?.checked_div(unit));
        // A unit that there is not counts before a number that is too large.
        seconds(part.unit)?;
        sum += length.and_then(|length| length.to_f64()).ok_or_else(|| {
            Failure::new(format!("`{}{}` is too long a time", part.number, part.unit))
        })?;
        rest = part.rest;
    }
    Value::float(sum).ok_or(Failure::fixed("the time is too long"))
}

fn seconds(unit: &str) -> Result<Decimal, Failure> {
    let known = UNITS.iter().find(|(name, _)| *name == unit);
    known.map(|(_, seconds)| *seconds).ok_or_else(|| {
        Failure::new(format!(
            "`{unit}` is no unit of time, expected one of `ns`, `us`, `ms`, `cs`, `ds`, `s`, `m`, \
             `h`, `d`, `w`"
        ))
    })
}

/// A number with its unit, and what follows.
struct Part<'a> {
    number: &'a str,
    unit: &'a str,
    rest: &'a str,
}

impl<'a> Part<'a> {
    /// The first one in a text; what stands before it does not count.
    fn next_in(text: &'a str) -> Option<Self> {
        let mut start = 0;
        while let Some(found) = text[start..].find(|c: char| c.is_ascii_digit() || c == '.') {
            start += found;
            let number = number_at(&text[start..]);
            let after = &text[start + number.len()..];
            let after = after.strip_prefix(char::is_whitespace).unwrap_or(after);
            let unit = after.char_indices().take(2).take_while(|(_, c)| is_unit_letter(*c));
            let unit = unit.last().map_or(0, |(at, letter)| at + letter.len_utf8());
            if !number.is_empty() && unit > 0 {
                let (unit, rest) = after.split_at(unit);
                return Some(Self { number, unit, rest });
            }
            // Of `1.5.5s` the last number counts, which starts inside of the first.
            start += match number.find('.') {
                None => number.len().max(1),
                Some(point) => point.max(1),
            };
        }
        None
    }
}

/// Digits with a point among or before them, which digits follow.
fn number_at(text: &str) -> &str {
    let digits = |from: usize| {
        from + text.as_bytes()[from..].iter().take_while(|byte| byte.is_ascii_digit()).count()
    };
    let whole = digits(0);
    if text.as_bytes().get(whole) != Some(&b'.') {
        return &text[..whole];
    }
    let end = digits(whole + 1);
    &text[..if end > whole + 1 { end } else { whole }]
}

fn is_unit_letter(letter: char) -> bool {
    letter.is_ascii_alphabetic() || matches!(letter, 'µ' | 'μ')
}
