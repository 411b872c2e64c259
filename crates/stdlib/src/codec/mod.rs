//! Functions that write formats, and undo encodings.

mod encode_json;

use vrlet_function::Function;

pub(crate) const FUNCTIONS: &[&Function] = &[&encode_json::FUNCTION];
