//! `format_number`: formats a number with separators.

use rust_decimal::Decimal;
use rust_decimal::prelude::FromPrimitive;
use vrlet_function::prelude::*;

use crate::text::to_utf8;

const VALUE: Arg<Value> = Arg::required("value", "The number.").kinds(NUMBER);
const SCALE: Arg<Option<i64>> =
    Arg::optional("scale", "How many decimal places; without it, as many as the number has.")
        .after(VALUE);
const DECIMAL_SEPARATOR: Arg<Text> =
    Arg::optional("decimal_separator", "What stands before the decimal places.")
        .default(Literal::Text("."))
        .after(SCALE);
const GROUPING_SEPARATOR: Arg<Option<Text>> =
    Arg::optional("grouping_separator", "What stands between groups of three digits.")
        .after(DECIMAL_SEPARATOR);

pub const FUNCTION: Function = Function::new(Contract {
    name: "format_number",
    category: Category::Number,
    about: "A number in decimal digits, with groups of three digits and as many decimal places as \
            `scale` says. Further places are cut off, not rounded.",
    params: &[VALUE.param(), SCALE.param(), DECIMAL_SEPARATOR.param(), GROUPING_SEPARATOR.param()],
    returns: |_| TypeDef::string(),
    failures: &["There would be more decimal places than the host's limit of bytes."],
    body: Body::Plain(format_number),
    examples: &[
        example(
            "Everything said",
            r#"format_number(1234567.89, 3, decimal_separator: ",", grouping_separator: ".")"#,
            r#""1.234.567,890""#,
        ),
        example("Cut off", "format_number(0.999, 2)", r#""0.99""#),
        example("As it is", "format_number(4672.4)", r#""4672.4""#),
    ],
});

fn format_number(call: &mut Call<'_>) -> Result<Value, Failure> {
    let (number, scale, point, group) = (
        call.take(VALUE),
        call.take(SCALE),
        call.take(DECIMAL_SEPARATOR),
        call.take(GROUPING_SEPARATOR),
    );
    let digits = digits(&number);
    let (whole, places) = digits.split_once('.').unwrap_or((&digits, ""));
    let mut text = match group {
        Some(group) => grouped(whole, &to_utf8(group).to_str()),
        None => whole.to_owned(),
    };
    let places = match scale {
        None => places.to_owned(),
        Some(scale) => {
            let scale = usize::try_from(scale).unwrap_or(0);
            call.host().limits.admit(scale)?;
            let kept = &places[..scale.min(places.len())];
            kept.to_owned() + &"0".repeat(scale - kept.len())
        }
    };
    if !places.is_empty() {
        text += &to_utf8(point).to_str();
        text += &places;
    }
    Ok(text.into())
}

/// The digits of a number as VRL counts them: those of a float as far as it is precise.
fn digits(number: &Value) -> String {
    match number {
        Value::Float(float) => match Decimal::from_f64(float.into_inner()) {
            Some(decimal) => decimal.to_string(),
            None => float.to_string(),
        },
        other => other.to_string(),
    }
}

/// The digits with a separator before every third from the right, but not in front.
fn grouped(whole: &str, separator: &str) -> String {
    let (sign, digits) = match whole.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", whole),
    };
    let mut text = sign.to_owned();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push_str(separator);
        }
        text.push(digit);
    }
    text
}
