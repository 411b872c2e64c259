//! Engine-neutral values, so that those of both can be compared.

use std::collections::BTreeMap;
use std::fmt;

/// A value, kinds included: a time is not its text, `1` is not `1.0`, `0.0` is not `-0.0`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Plain {
    Null,
    Boolean(bool),
    Integer(i64),
    /// The bits.
    Float(u64),
    Text(Vec<u8>),
    /// Seconds and nanoseconds since 1970.
    Timestamp(i64, u32),
    Regex(String),
    Array(Vec<Plain>),
    Object(BTreeMap<String, Plain>),
}

impl Plain {
    /// Whether two values are the same, where those inside that are not may be so.
    pub fn same_but_for(&self, other: &Self, may_be: &dyn Fn(&Self, &Self) -> bool) -> bool {
        match (self, other) {
            _ if self == other => true,
            (Self::Array(left), Self::Array(right)) => {
                left.len() == right.len()
                    && left.iter().zip(right).all(|(left, right)| left.same_but_for(right, may_be))
            }
            (Self::Object(left), Self::Object(right)) => {
                left.len() == right.len()
                    && left.iter().zip(right).all(|((left_key, left), (right_key, right))| {
                        left_key == right_key && left.same_but_for(right, may_be)
                    })
            }
            _ => may_be(self, other),
        }
    }
}

impl fmt::Display for Plain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => f.write_str("null"),
            Self::Boolean(boolean) => write!(f, "{boolean}"),
            Self::Integer(number) => write!(f, "{number}"),
            Self::Float(bits) => write!(f, "{:?}", f64::from_bits(*bits)),
            Self::Text(bytes) => match std::str::from_utf8(bytes) {
                Ok(text) => write!(f, "{text:?}"),
                Err(_) => write!(f, "b\"{}\"", bytes.escape_ascii()),
            },
            Self::Timestamp(seconds, nanoseconds) => write!(f, "t'{seconds}.{nanoseconds:09}'"),
            Self::Regex(pattern) => write!(f, "r'{pattern}'"),
            Self::Array(items) => {
                f.write_str("[")?;
                for (number, item) in items.iter().enumerate() {
                    write!(f, "{}{item}", if number > 0 { ", " } else { "" })?;
                }
                f.write_str("]")
            }
            Self::Object(fields) => {
                f.write_str("{")?;
                for (number, (key, field)) in fields.iter().enumerate() {
                    write!(f, "{}{key:?}: {field}", if number > 0 { ", " } else { "" })?;
                }
                f.write_str("}")
            }
        }
    }
}
