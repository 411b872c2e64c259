//! JSON writing with the engine's scalars, for any layout of objects.

#[path = "../../../../../../crates/value/src/json/write/scalar.rs"]
#[allow(dead_code, reason = "the engine's source, of which a part is needed here")]
mod scalar;

use crate::plain::{Fields, Node};
use vrlet_value::json;

/// Writes a value without blanks.
pub fn write<O: Fields>(node: &Node<O>, out: &mut Vec<u8>) {
    match node {
        Node::Scalar(value) => json::write(value, out),
        Node::Array(items) => {
            out.push(b'[');
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    out.push(b',');
                }
                write(item, out);
            }
            out.push(b']');
        }
        Node::Object(fields) => {
            let mut separator = b'{';
            for (key, value) in fields.each() {
                out.push(separator);
                separator = b',';
                scalar::write_clean(key.as_bytes(), out);
                out.push(b':');
                write(value, out);
            }
            if separator == b'{' {
                out.push(separator);
            }
            out.push(b'}');
        }
    }
}
