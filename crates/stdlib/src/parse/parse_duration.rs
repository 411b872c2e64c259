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
            `ms`, `cs`, `ds`, `s`, `m`, `h`, `d` and `w`. Between the parts may stand blanks, `,`, \
            `;`, `:`, `+` and the word `and`; a `-` before the first one makes the whole duration \
            negative.",
    params: &[VALUE.param(), UNIT.param()],
    returns: |_| TypeDef::float().fallible(),
    failures: &[
        "The text has a number without a unit, or anything else before, between or after the parts.",
        "A unit is not one of those above.",
        "The duration is too long to be counted in that unit.",
    ],
    body: Body::Plain(parse_duration),
    examples: &[
        example("Milliseconds", r#"parse_duration!("1005ms", unit: "s")"#, "1.005"),
        example("More than one", r#"parse_duration!("1h 30m", unit: "m")"#, "90.0"),
        example("Before the start", r#"parse_duration!("-1h30m", unit: "m")"#, "-90.0"),
        fails("No unit", r#"parse_duration!("90", unit: "s")"#, "no duration"),
        fails("Unknown", r#"parse_duration!("1y", unit: "s")"#, "`y` is no unit of time"),
    ],
});

fn parse_duration(call: &mut Call<'_>) -> Result<Value, Failure> {
    let (text, unit) = (call.take(VALUE), call.take(UNIT));
    let text = to_utf8(text);
    let unit = seconds(&unit.to_str())?;
    let source = text.as_str().unwrap_or_default().trim_start();
    let (is_negative, unsigned) = match source.strip_prefix('-') {
        Some(unsigned) => (true, unsigned),
        None => (false, source.strip_prefix('+').unwrap_or(source)),
    };
    let mut sum = 0.0;
    let mut rest = unsigned;
    // Nothing at all is no time; what has a start has a part.
    while !source.is_empty() {
        let part =
            Part::at_start(rest).ok_or_else(|| no_duration(rest, rest.len() < unsigned.len()))?;
        let factor = seconds(part.unit)?;
        let length = part.number.parse::<Decimal>().ok();
        let length = length.and_then(|number| number.checked_mul(factor)?.checked_div(unit));
        sum += length.and_then(|length| length.to_f64()).ok_or_else(|| {
            Failure::new(format!("`{}{}` is too long a time", part.number, part.unit))
        })?;
        if part.rest.is_empty() {
            break;
        }
        rest = after_separator(part.rest);
    }
    let sum = if is_negative && sum > 0.0 { -sum } else { sum };
    Value::float(sum).ok_or(Failure::fixed("the time is too long"))
}

fn no_duration(rest: &str, is_later: bool) -> Failure {
    Failure::new(if rest.is_empty() {
        "the duration ends without a number, write one as `1h 30m`".to_owned()
    } else if is_later && rest.starts_with(['-', '−']) {
        format!("`{rest}` has a sign of its own, which only a whole duration has: `-1h30m`")
    } else {
        format!("`{rest}` is no duration, write one as `1h 30m`")
    })
}

/// What follows the blanks, signs and words that may stand between parts.
fn after_separator(text: &str) -> &str {
    let mut rest = text;
    loop {
        let shorter = rest.trim_start_matches(|sign: char| {
            sign.is_whitespace() || matches!(sign, ',' | ';' | ':' | '+')
        });
        rest = match shorter.strip_prefix("and") {
            Some(after) if shorter.len() < rest.len() => after,
            _ => return shorter,
        };
    }
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
    fn at_start(text: &'a str) -> Option<Self> {
        let (number, after) = text.split_at(number_length(text));
        let after = after.strip_prefix(char::is_whitespace).unwrap_or(after);
        let (unit, rest) =
            after.split_at(after.find(|c| !is_unit_letter(c)).unwrap_or(after.len()));
        (!number.is_empty() && !unit.is_empty()).then_some(Self { number, unit, rest })
    }
}

/// How long a number is at the start of a text: digits with a point among or before them, which digits
/// follow.
fn number_length(text: &str) -> usize {
    let digits = |from: usize| {
        from + text.as_bytes()[from..].iter().take_while(|byte| byte.is_ascii_digit()).count()
    };
    let whole = digits(0);
    if text.as_bytes().get(whole) != Some(&b'.') {
        return whole;
    }
    let end = digits(whole + 1);
    if end > whole + 1 { end } else { whole }
}

fn is_unit_letter(letter: char) -> bool {
    letter.is_ascii_alphabetic() || matches!(letter, 'µ' | 'μ')
}
