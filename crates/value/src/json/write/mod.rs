//! From values to JSON.

mod compact;
mod pretty;
mod scalar;

pub use self::compact::{write, write_sorted};
pub use self::pretty::write_pretty;
pub use self::scalar::write_string;

use crate::Key;

/// Writes the name of a field as it stands in an object, colon included: `"name":`.
pub fn write_key(key: &Key, out: &mut Vec<u8>) {
    scalar::write_clean(key.as_bytes(), out);
    out.push(b':');
}
