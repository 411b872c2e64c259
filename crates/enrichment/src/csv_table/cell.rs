//! A cell of a table, and the comparison of a value with it.
//!
//! Nothing is converted: the integer 6 and the text `6` are different things. Cells are hashed where
//! they are, so a lookup allocates nothing.

use std::fmt;
use std::hash::Hasher;

use chrono::{DateTime, Utc};
use vrlet_function::Case;
use vrlet_value::Value;

/// The content of a cell, borrowed.
#[derive(Clone, Copy, Debug)]
pub enum Cell<'a> {
    Null,
    Boolean(bool),
    Integer(i64),
    Float(f64),
    Timestamp(DateTime<Utc>),
    Text(&'a str),
    /// A string that is not UTF-8, as no cell is.
    Bytes,
}

impl<'a> Cell<'a> {
    /// A value as a cell; `None` for what no cell can hold.
    pub fn of_value(value: &'a Value) -> Option<Self> {
        Some(match value {
            Value::Null => Self::Null,
            Value::Boolean(boolean) => Self::Boolean(*boolean),
            Value::Integer(number) => Self::Integer(*number),
            Value::Float(number) => Self::Float(number.into_inner()),
            Value::Timestamp(time) => Self::Timestamp(*time),
            Value::Bytes(text) => text.as_str().map_or(Self::Bytes, Self::Text),
            Value::Array(_) | Value::Object(_) | Value::Regex(_) => return None,
        })
    }

    /// The cell as a value.
    pub fn to_value(self) -> Value {
        match self {
            Self::Null | Self::Bytes => Value::Null,
            Self::Boolean(boolean) => Value::Boolean(boolean),
            Self::Integer(number) => Value::Integer(number),
            Self::Float(number) => Value::float(number).unwrap_or_default(),
            Self::Timestamp(time) => Value::Timestamp(time),
            Self::Text(text) => Value::from(text),
        }
    }

    /// Whether both are the same.
    #[expect(clippy::float_cmp, reason = "cells are equal or they are not; nothing was computed")]
    pub fn equals(self, other: Self, case: Case) -> bool {
        match (self, other) {
            (Self::Text(a), Self::Text(b)) => match case {
                Case::Sensitive => a == b,
                Case::Insensitive => a == b || folded(a).eq(folded(b)),
            },
            (Self::Null, Self::Null) => true,
            (Self::Boolean(a), Self::Boolean(b)) => a == b,
            (Self::Integer(a), Self::Integer(b)) => a == b,
            (Self::Float(a), Self::Float(b)) => a == b,
            (Self::Timestamp(a), Self::Timestamp(b)) => a == b,
            _ => false,
        }
    }

    /// Feeds a hash such that cells which equal each other feed it the same.
    pub fn hash(self, hasher: &mut impl Hasher, case: Case) {
        match self {
            Self::Null => hasher.write_u8(0),
            Self::Boolean(boolean) => hasher.write_u8(1 + u8::from(boolean)),
            Self::Integer(number) => hasher.write_i64(number),
            // Zero has two representations that are equal.
            Self::Float(number) => hasher.write_u64((number + 0.0).to_bits()),
            Self::Timestamp(time) => {
                hasher.write_i64(time.timestamp());
                hasher.write_u32(time.timestamp_subsec_nanos());
            }
            Self::Text(text) => match case {
                Case::Sensitive => hasher.write(text.as_bytes()),
                Case::Insensitive => {
                    folded(text).for_each(|letter| hasher.write_u32(letter.into()))
                }
            },
            Self::Bytes => hasher.write_u8(3),
        }
    }
}

impl fmt::Display for Cell<'_> {
    /// As messages show it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null | Self::Text("") => f.write_str("an empty cell"),
            Self::Boolean(boolean) => write!(f, "`{boolean}`"),
            Self::Integer(number) => write!(f, "`{number}`"),
            Self::Float(number) => write!(f, "`{number}`"),
            Self::Timestamp(time) => write!(f, "`{}`", time.to_rfc3339()),
            Self::Text(text) => write!(f, "`{text}`"),
            Self::Bytes => f.write_str("a string that is not UTF-8"),
        }
    }
}

/// The text without the difference of upper and lower case; a sigma at the end of a word is one like
/// any other.
fn folded(text: &str) -> impl Iterator<Item = char> {
    text.chars().flat_map(char::to_lowercase).map(|letter| if letter == 'ς' { 'σ' } else { letter })
}

#[cfg(test)]
mod tests {
    use rustc_hash::FxHasher;

    use super::*;

    #[test]
    fn case_is_ignored_beyond_ascii_and_in_the_hash() {
        let hash = |text| {
            let mut hasher = FxHasher::default();
            Cell::Text(text).hash(&mut hasher, Case::Insensitive);
            hasher.finish()
        };
        for (a, b) in [("TCP", "tcp"), ("STRASSE Ä", "strasse ä"), ("ΟΔΥΣΣΕΥΣ", "οδυσσευς")]
        {
            assert!(Cell::Text(a).equals(Cell::Text(b), Case::Insensitive), "{a} {b}");
            assert_eq!(hash(a), hash(b), "{a} {b}");
            assert!(!Cell::Text(a).equals(Cell::Text(b), Case::Sensitive), "{a} {b}");
        }
    }

    #[test]
    fn nothing_is_converted() {
        let unlike = [
            Cell::Null,
            Cell::Integer(6),
            Cell::Float(6.0),
            Cell::Text("6"),
            Cell::Boolean(true),
            Cell::Text(""),
        ];
        for (i, a) in unlike.into_iter().enumerate() {
            for (j, b) in unlike.into_iter().enumerate() {
                assert_eq!(a.equals(b, Case::Sensitive), i == j, "{a:?} {b:?}");
            }
        }
    }
}
