//! The JSON writer: from values to bytes.

mod compact;
mod integer;
mod output;
mod pretty;
mod scalar;
mod string;

pub use self::compact::{write, write_sorted};
pub use self::pretty::write_pretty;
pub use self::string::{write_key, write_string};
