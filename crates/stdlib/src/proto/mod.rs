//! Protocol buffers: message types from descriptor files, decoding and encoding.

mod decode;
mod encode;
mod message_type;
mod scalar;

pub(crate) use decode::decode;
pub(crate) use encode::encode;
pub(crate) use message_type::{DESC_FILE, MESSAGE_TYPE, MessageType};
