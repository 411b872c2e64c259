//! Conversion between values and those of `serde_json`, for tools and hosts that have those already.

use ordered_float::NotNan;
use serde_json::Number;

use crate::{Float, Key, Object, Value, format_timestamp};

impl Value {
    /// The value that a `serde_json` value stands for; a whole number beyond 64 bits with a sign is a
    /// float that keeps its digits.
    #[must_use]
    pub fn from_json_value(value: &serde_json::Value) -> Self {
        match value {
            serde_json::Value::Null => Self::Null,
            serde_json::Value::Bool(boolean) => Self::Boolean(*boolean),
            serde_json::Value::Number(number) => from_number(number),
            serde_json::Value::String(text) => Self::from(text.as_str()),
            serde_json::Value::Array(items) => {
                Self::from(items.iter().map(Self::from_json_value).collect::<Vec<_>>())
            }
            serde_json::Value::Object(fields) => {
                let fields = fields
                    .iter()
                    .map(|(key, value)| (Key::from(key.as_str()), Self::from_json_value(value)));
                Self::Object(fields.collect::<Object>())
            }
        }
    }

    /// The `serde_json` value that [`json::write`](fn@crate::json::write) writes: infinity is null,
    /// timestamps and regular expressions are strings, what is not UTF-8 becomes U+FFFD.
    #[must_use]
    pub fn to_json_value(&self) -> serde_json::Value {
        match self {
            Self::Null => serde_json::Value::Null,
            Self::Boolean(boolean) => serde_json::Value::Bool(*boolean),
            Self::Integer(number) => serde_json::Value::from(*number),
            Self::Float(number) => {
                match number.digits().and_then(|digits| digits.parse::<u64>().ok()) {
                    Some(number) => serde_json::Value::from(number),
                    None => serde_json::Value::from(number.into_inner()),
                }
            }
            Self::Timestamp(time) => serde_json::Value::String(format_timestamp(time)),
            Self::Regex(regex) => serde_json::Value::from(regex.as_str()),
            Self::Bytes(text) => serde_json::Value::from(text.to_str().into_owned()),
            Self::Array(items) => items.iter().map(Self::to_json_value).collect(),
            Self::Object(fields) => {
                fields.iter().map(|(key, value)| (key.to_string(), value.to_json_value())).collect()
            }
        }
    }
}

fn from_number(number: &Number) -> Value {
    if let Some(number) = number.as_i64() {
        return Value::Integer(number);
    }
    let float = number.as_f64().and_then(|number| NotNan::new(number).ok()).unwrap_or_default();
    if number.is_f64() {
        return Value::from(float);
    }
    Value::Float(Float::with_digits(float, &number.to_string()))
}
