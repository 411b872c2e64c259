//! Key kinds: how a key of a lookup's condition is matched where that is not by equality: an address
//! against networks, a value against ranges.

use std::fmt;
use std::str::FromStr;

/// How a key is matched with the rows of a table.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum KeyKind {
    /// The column of the key's name holds networks such as `10.0.0.0/8`; an address meets the rows whose
    /// network contains it, and the narrowest of them is the one record.
    Cidr,
    /// Two columns hold the first and the last value of a range, both included; a value meets the rows
    /// whose range contains it, and the narrowest of them is the one record. An empty cell leaves the
    /// range open on that side.
    Range {
        /// The column of first values.
        from: String,
        /// The column of last values.
        to: String,
    },
}

impl FromStr for KeyKind {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || {
            format!(
                "`{text}` is no way to match a key, expected `cidr` or `range:FROM,TO` with two columns"
            )
        };
        if text == "cidr" {
            return Ok(Self::Cidr);
        }
        let columns = text.strip_prefix("range:").ok_or_else(wrong)?;
        match columns.split_once(',') {
            Some((from, to)) if !from.is_empty() && !to.is_empty() && from != to => {
                Ok(Self::Range { from: from.to_owned(), to: to.to_owned() })
            }
            _ => Err(wrong()),
        }
    }
}

impl fmt::Display for KeyKind {
    /// As options say it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Cidr => f.write_str("cidr"),
            Self::Range { from, to } => write!(f, "range:{from},{to}"),
        }
    }
}
