//! Decompression of inputs, told by their first bytes: a name or a stream says nothing of its content.

mod decoded;
#[cfg(feature = "compress")]
mod members;
mod signature;

pub(crate) use decoded::Decoded;
pub use signature::{Signature, UnreadableContent};
