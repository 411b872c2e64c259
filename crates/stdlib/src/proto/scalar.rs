//! Conversion between values and the scalar types of protocol buffers.

use std::str::FromStr;

use vrlet_function::{nearest, prelude::*};

use super::field_error::FieldError;
use super::schema::Symbols;
use crate::convert::read_boolean;

/// An integer, or a text of its digits.
pub(super) fn integer<T: TryFrom<i64> + FromStr>(
    value: &Value,
    what: &str,
) -> Result<T, FieldError> {
    let error = || FieldError::new(format!("`{value}` is no number of type `{what}`"));
    match value {
        Value::Integer(number) => T::try_from(*number).map_err(|_| error()),
        Value::Bytes(text) => text.to_str().parse().map_err(|_| error()),
        other => Err(FieldError::expected("an integer", other)),
    }
}

/// An integer of 64 bits without a sign: as those of VRL have one, a negative one stands for a large one.
pub(super) fn unsigned(value: &Value, what: &str) -> Result<u64, FieldError> {
    match value {
        Value::Integer(number) => Ok(number.cast_unsigned()),
        other => integer(other, what),
    }
}

/// An integer, or the microseconds of a time.
pub(super) fn int64(value: &Value, what: &str) -> Result<i64, FieldError> {
    match value {
        Value::Timestamp(time) => Ok(time.timestamp_micros()),
        other => integer(other, what),
    }
}

/// A float, an integer, or a text of its digits.
pub(super) fn double(value: &Value, what: &str) -> Result<f64, FieldError> {
    match value {
        Value::Float(number) => Ok(number.into_inner()),
        #[expect(clippy::cast_precision_loss, reason = "what VRL does with large integers")]
        Value::Integer(number) => Ok(*number as f64),
        Value::Bytes(text) => text
            .to_str()
            .parse()
            .map_err(|_| FieldError::new(format!("`{value}` is no number of type `{what}`"))),
        other => Err(FieldError::expected("a number", other)),
    }
}

/// The same with fewer digits.
#[expect(clippy::cast_possible_truncation, reason = "what `float` means")]
pub(super) fn float(value: &Value, what: &str) -> Result<f32, FieldError> {
    double(value, what).map(|number| number as f32)
}

/// A boolean, a number that is zero or not, or a word.
pub(super) fn boolean(value: &Value, _: &str) -> Result<bool, FieldError> {
    match value {
        Value::Boolean(boolean) => Ok(*boolean),
        Value::Integer(number) => Ok(*number != 0),
        Value::Bytes(text) => read_boolean(&text.to_str()).ok_or_else(|| {
            FieldError::new(format!("`{text}` is no boolean, write `true` or `false`"))
        }),
        other => Err(FieldError::expected("a boolean", other)),
    }
}

/// A text of any bytes.
pub(super) fn bytes(value: &Value, _: &str) -> Result<Vec<u8>, FieldError> {
    match value {
        Value::Bytes(text) => Ok(text.as_bytes().to_vec()),
        Value::Regex(regex) => Ok(regex.as_str().as_bytes().to_vec()),
        other => Err(FieldError::expected("a string", other)),
    }
}

/// A text; of other scalars, what they look like.
pub(super) fn lossy_string(value: &Value, what: &str) -> Result<String, FieldError> {
    match value {
        Value::Boolean(boolean) => Ok(boolean.to_string()),
        Value::Integer(number) => Ok(number.to_string()),
        Value::Float(number) => Ok(number.to_string()),
        Value::Timestamp(time) => Ok(time.to_string()),
        other => string(other, what),
    }
}

/// A text.
pub(super) fn string(value: &Value, _: &str) -> Result<String, FieldError> {
    match value {
        Value::Bytes(text) => Ok(text.to_str().into_owned()),
        Value::Regex(regex) => Ok(regex.as_str().to_owned()),
        other => Err(FieldError::expected("a string", other)),
    }
}

/// The number of an enum, from its name in upper or lower case.
pub(super) fn symbol(value: &Value, symbols: &Symbols) -> Result<i32, FieldError> {
    let Value::Bytes(name) = value else { return integer(value, &symbols.full_name) };
    let name = name.to_str();
    let found = symbols.values.iter().find(|(_, own)| own.eq_ignore_ascii_case(&name));
    if let Some((number, _)) = found {
        return Ok(*number);
    }
    let meant = nearest(&name, symbols.values.iter().map(|(_, own)| own.as_str()));
    let help = meant.map(|meant| format!(", did you mean `{meant}`?")).unwrap_or_default();
    Err(FieldError::new(format!("the enum `{}` has no `{name}`{help}", symbols.full_name)))
}
