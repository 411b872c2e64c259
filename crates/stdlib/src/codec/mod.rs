//! Functions that write formats, and undo encodings.

mod encode_csv;
mod encode_json;
mod encode_key_value;
mod encode_logfmt;
#[cfg(feature = "proto")]
mod encode_proto;
mod key_value_line;

use vrlet_function::Function;

pub(crate) const FUNCTIONS: &[&Function] = &[
    &encode_csv::FUNCTION,
    &encode_json::FUNCTION,
    &encode_key_value::FUNCTION,
    &encode_logfmt::FUNCTION,
    #[cfg(feature = "proto")]
    &encode_proto::FUNCTION,
];
