//! JSON in and out, straight between bytes and values.

mod write;

pub use write::write_key;
