//! JSON in and out, straight between bytes and values.
//!
//! Reading and writing are most of what an event costs, so neither goes through a tree of another
//! kind: [`read`] fills slots of known shapes and shares the source's buffer, [`write`](fn@write)
//! copies prepared keys and clean runs of text.

mod convert;
mod error;
mod read;
mod scan;
mod write;

pub use error::JsonError;
pub use read::{JsonReader, ReadMode, Unread, read, read_slice, read_with};
pub use write::{write, write_key, write_pretty, write_sorted, write_string};
