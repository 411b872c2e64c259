//! Conversion between values and the scalar types of protocol buffers.

use std::fmt::Display;
use std::str::FromStr;

use prost_reflect::EnumDescriptor;
use vrlet_function::{nearest, prelude::*};

use crate::convert::read_boolean;

/// Why a value can't be a field.
pub(super) struct ConversionError {
    /// The names on the way to the field.
    pub path: String,
    /// What is wrong.
    pub message: String,
}

impl ConversionError {
    pub(super) fn new(message: impl Into<String>) -> Self {
        Self { path: String::new(), message: message.into() }
    }

    /// A value of another kind.
    pub(super) fn expected(what: impl Display, found: &Value) -> Self {
        Self::new(format!("expected {what}, found {}", with_article(found.kind_name())))
    }

    /// The same inside of the field of a name.
    pub(super) fn inside(mut self, name: &str) -> Self {
        self.path = match self.path.as_str() {
            "" => name.to_owned(),
            path => format!("{name}.{path}"),
        };
        self
    }
}

fn with_article(kind: &str) -> String {
    match kind.as_bytes().first() {
        Some(b'a' | b'i' | b'o') => format!("an {kind}"),
        _ if kind == "null" => kind.to_owned(),
        _ => format!("a {kind}"),
    }
}

/// An integer, or a text of its digits.
pub(super) fn integer<T: TryFrom<i64> + FromStr>(
    value: &Value,
    what: &str,
) -> Result<T, ConversionError> {
    let unfit = || ConversionError::new(format!("`{value}` is no number of type `{what}`"));
    match value {
        Value::Integer(number) => T::try_from(*number).map_err(|_| unfit()),
        Value::Bytes(text) => text.to_str().parse().map_err(|_| unfit()),
        other => Err(ConversionError::expected("an integer", other)),
    }
}

/// An integer of 64 bits without a sign: as those of VRL have one, a negative one stands for a large one.
pub(super) fn unsigned(value: &Value, what: &str) -> Result<u64, ConversionError> {
    match value {
        Value::Integer(number) => Ok(number.cast_unsigned()),
        other => integer(other, what),
    }
}

/// An integer, or the microseconds of a time.
pub(super) fn int64(value: &Value, what: &str) -> Result<i64, ConversionError> {
    match value {
        Value::Timestamp(time) => Ok(time.timestamp_micros()),
        other => integer(other, what),
    }
}

/// A float, an integer, or a text of its digits.
pub(super) fn double(value: &Value, what: &str) -> Result<f64, ConversionError> {
    match value {
        Value::Float(number) => Ok(number.into_inner()),
        #[expect(clippy::cast_precision_loss, reason = "what VRL does with large integers")]
        Value::Integer(number) => Ok(*number as f64),
        Value::Bytes(text) => text
            .to_str()
            .parse()
            .map_err(|_| ConversionError::new(format!("`{value}` is no number of type `{what}`"))),
        other => Err(ConversionError::expected("a number", other)),
    }
}

/// The same with fewer digits.
#[expect(clippy::cast_possible_truncation, reason = "what `float` means")]
pub(super) fn float(value: &Value, what: &str) -> Result<f32, ConversionError> {
    double(value, what).map(|number| number as f32)
}

/// A boolean, a number that is zero or not, or a word.
pub(super) fn boolean(value: &Value, _: &str) -> Result<bool, ConversionError> {
    match value {
        Value::Boolean(boolean) => Ok(*boolean),
        Value::Integer(number) => Ok(*number != 0),
        Value::Bytes(text) => read_boolean(&text.to_str()).ok_or_else(|| {
            ConversionError::new(format!("`{text}` is no boolean, write `true` or `false`"))
        }),
        other => Err(ConversionError::expected("a boolean", other)),
    }
}

/// A text of any bytes.
pub(super) fn bytes(value: &Value, _: &str) -> Result<Vec<u8>, ConversionError> {
    match value {
        Value::Bytes(text) => Ok(text.as_bytes().to_vec()),
        Value::Regex(regex) => Ok(regex.as_str().as_bytes().to_vec()),
        other => Err(ConversionError::expected("a string", other)),
    }
}

/// A text; of other scalars, what they look like.
pub(super) fn lossy_string(value: &Value, what: &str) -> Result<String, ConversionError> {
    match value {
        Value::Boolean(boolean) => Ok(boolean.to_string()),
        Value::Integer(number) => Ok(number.to_string()),
        Value::Float(number) => Ok(number.to_string()),
        Value::Timestamp(time) => Ok(time.to_string()),
        other => string(other, what),
    }
}

/// A text.
pub(super) fn string(value: &Value, _: &str) -> Result<String, ConversionError> {
    match value {
        Value::Bytes(text) => Ok(text.to_str().into_owned()),
        Value::Regex(regex) => Ok(regex.as_str().to_owned()),
        other => Err(ConversionError::expected("a string", other)),
    }
}

/// The number of an enum, from its name in upper or lower case.
pub(super) fn symbol(value: &Value, symbols: &EnumDescriptor) -> Result<i32, ConversionError> {
    let Value::Bytes(name) = value else { return integer(value, symbols.full_name()) };
    let name = name.to_str();
    let mut values = symbols.values();
    if let Some(symbol) = values.find(|symbol| symbol.name().eq_ignore_ascii_case(&name)) {
        return Ok(symbol.number());
    }
    let names: Vec<_> = symbols.values().collect();
    let meant = nearest(&name, names.iter().map(|symbol| symbol.name()));
    let help = meant.map(|meant| format!(", did you mean `{meant}`?")).unwrap_or_default();
    Err(ConversionError::new(format!("the enum `{}` has no `{name}`{help}", symbols.full_name())))
}
