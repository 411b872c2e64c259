//! From values to JSON.

mod compact;
mod output;
mod pretty;
mod scalar;

pub use self::compact::{write, write_sorted};
pub use self::pretty::write_pretty;

use self::output::Output;
use crate::{Key, Text};

/// Writes the name of a field as it stands in an object, colon included: `"name":`.
pub fn write_key(key: &Key, out: &mut Vec<u8>) {
    Output::append_to(out, |out| scalar::write_key(key, out));
}

/// Writes a text in quotes, with U+FFFD in place of what is not UTF-8.
pub fn write_string(text: &Text, out: &mut Vec<u8>) {
    Output::append_to(out, |out| scalar::write_string(text, out));
}
