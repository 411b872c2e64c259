//! Values as text: `Display`, and the conversion of `to_string`.

use std::fmt;

use crate::timestamp::TimestampText;
use crate::{Text, Value};

impl fmt::Display for Value {
    /// The value as a program would write it, near enough to read: texts quoted, objects in the order
    /// of their keys.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => f.write_str("null"),
            Self::Boolean(boolean) => write!(f, "{boolean}"),
            Self::Integer(number) => f.write_str(itoa::Buffer::new().format(*number)),
            Self::Float(number) => write!(f, "{number}"),
            Self::Timestamp(time) => write!(f, "t'{}'", &*TimestampText::new(time)),
            Self::Regex(regex) => write!(f, "r'{}'", regex.as_str()),
            Self::Bytes(text) => write_quoted(text, f),
            Self::Array(array) => {
                f.write_str("[")?;
                for (index, value) in array.iter().enumerate() {
                    let comma = if index == 0 { "" } else { ", " };
                    write!(f, "{comma}{value}")?;
                }
                f.write_str("]")
            }
            Self::Object(object) => {
                f.write_str("{ ")?;
                for (index, (key, value)) in object.sorted().enumerate() {
                    let comma = if index == 0 { "" } else { ", " };
                    write!(f, "{comma}\"{key}\": {value}")?;
                }
                f.write_str(" }")
            }
        }
    }
}

impl Value {
    /// The text of a value that has one: what `to_string` gives. Null is the empty text; regexes, arrays
    /// and objects have none.
    #[must_use]
    pub fn to_text(&self) -> Option<Text> {
        Some(match self {
            Self::Null => Text::new(),
            Self::Boolean(true) => Text::from_static("true"),
            Self::Boolean(false) => Text::from_static("false"),
            Self::Integer(number) => Text::from(itoa::Buffer::new().format(*number)),
            Self::Float(number) => Text::from(number.to_string()),
            Self::Timestamp(time) => Text::from(&*TimestampText::new(time)),
            Self::Bytes(text) => text.clone(),
            Self::Regex(_) | Self::Array(_) | Self::Object(_) => return None,
        })
    }
}

/// Quotes and backslashes are escaped, and a newline is `\n`; everything else stands for itself.
fn write_quoted(text: &Text, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let text = text.to_str();
    f.write_str("\"")?;
    let mut rest = &*text;
    while let Some(at) = memchr::memchr3(b'"', b'\\', b'\n', rest.as_bytes()) {
        f.write_str(&rest[..at])?;
        f.write_str(match rest.as_bytes()[at] {
            b'"' => "\\\"",
            b'\\' => "\\\\",
            _ => "\\n",
        })?;
        rest = &rest[at + 1..];
    }
    f.write_str(rest)?;
    f.write_str("\"")
}
