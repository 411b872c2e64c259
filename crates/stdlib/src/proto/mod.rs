//! Protocol buffers: message types from descriptor files, decoding and encoding.

mod decode;
mod descriptor_set;
mod encode;
mod field_error;
mod message_type;
mod scalar;
mod schema;
mod wire;

pub(crate) use decode::decode;
pub(crate) use encode::encode;
pub(crate) use message_type::{DESC_FILE, MESSAGE_TYPE, MessageType};
