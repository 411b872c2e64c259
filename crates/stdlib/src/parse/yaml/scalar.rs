//! Types of YAML scalars, by the rules of version 1.2: `yes` and `2024-03-18` are strings.

use vrlet_function::prelude::*;

/// The value of a scalar without quotes and without a tag.
pub(super) fn plain(text: &str) -> Result<Value, Failure> {
    if text.is_empty() || is_null(text) {
        return Ok(Value::Null);
    }
    if let Some(value) = boolean(text).or_else(|| integer(text)) {
        return Ok(value);
    }
    if is_padded(text) { Ok(text.into()) } else { float(text).unwrap_or_else(|| Ok(text.into())) }
}

/// The value of a scalar with a tag of YAML's own, or nothing where it says no such value.
pub(super) fn tagged(tag: &str, text: &str) -> Option<Result<Value, Failure>> {
    match tag {
        "null" => is_null(text).then_some(Ok(Value::Null)),
        "bool" => boolean(text).map(Ok),
        "int" => integer(text).map(Ok),
        "float" => float(text),
        _ => Some(Ok(text.into())),
    }
}

fn is_null(text: &str) -> bool {
    matches!(text, "~" | "null" | "Null" | "NULL")
}

fn boolean(text: &str) -> Option<Value> {
    match text {
        "true" | "True" | "TRUE" => Some(Value::Boolean(true)),
        "false" | "False" | "FALSE" => Some(Value::Boolean(false)),
        _ => None,
    }
}

/// An integer: decimal, or with a prefix hexadecimal, octal or binary. One that is too large becomes
/// the nearest float, as in VRL.
fn integer(text: &str) -> Option<Value> {
    let (sign, digits) = split_sign(text);
    let (radix, digits) = match digits.get(..2) {
        Some("0x") => (16, &digits[2..]),
        Some("0o") => (8, &digits[2..]),
        Some("0b") => (2, &digits[2..]),
        _ if is_padded(digits) => return None,
        _ => (10, digits),
    };
    if digits.is_empty() || !digits.chars().all(|digit| digit.is_digit(radix)) {
        return None;
    }
    let signed = format!("{sign}{digits}");
    let small = i64::from_str_radix(&signed, radix).ok().map(Value::Integer);
    small.or_else(|| match radix {
        10 => signed.parse().ok().and_then(Value::float),
        _ => {
            i128::from_str_radix(&signed, radix).ok().and_then(|number| Value::float(number as f64))
        }
    })
}

fn split_sign(text: &str) -> (&str, &str) {
    text.split_at(usize::from(text.starts_with(['+', '-'])))
}

/// Whether a number begins with zeros that say nothing: it is a code, so it stays a string.
fn is_padded(text: &str) -> bool {
    let (_, digits) = split_sign(text);
    digits.len() > 1 && digits.starts_with('0') && digits.bytes().all(|byte| byte.is_ascii_digit())
}

fn float(text: &str) -> Option<Result<Value, Failure>> {
    let number = match text.strip_prefix('+').unwrap_or(text) {
        ".inf" | ".Inf" | ".INF" => f64::INFINITY,
        "-.inf" | "-.Inf" | "-.INF" => f64::NEG_INFINITY,
        _ if matches!(text, ".nan" | ".NaN" | ".NAN") => f64::NAN,
        // Rust reads words such as `infinity` too, all of which end with a letter.
        _ if text.ends_with(|end: char| end.is_ascii_alphabetic()) => return None,
        _ => text.parse().ok().filter(|number: &f64| number.is_finite())?,
    };
    Some(Value::float(number).ok_or(Failure::fixed("`.nan` is no number that a value can be")))
}
