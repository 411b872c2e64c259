//! JSON on one line without blanks.

use super::{scalar, write_key};
use crate::object::Layout;
use crate::{Array, Object, Value};

/// Writes a value as JSON without blanks; objects keep the order of their keys.
pub fn write(value: &Value, out: &mut Vec<u8>) {
    write_ordered::<false>(value, out);
}

/// Writes a value as JSON without blanks; the keys of every object are sorted by their bytes.
pub fn write_sorted(value: &Value, out: &mut Vec<u8>) {
    write_ordered::<true>(value, out);
}

#[inline(always)]
fn write_ordered<const SORTED: bool>(value: &Value, out: &mut Vec<u8>) {
    match value {
        Value::Null => out.extend_from_slice(b"null"),
        Value::Boolean(boolean) => scalar::write_boolean(*boolean, out),
        Value::Integer(number) => scalar::write_integer(*number, out),
        Value::Float(number) => scalar::write_float(*number, out),
        Value::Timestamp(time) => scalar::write_time(time, out),
        Value::Regex(regex) => scalar::write_clean(regex.as_str().as_bytes(), out),
        Value::Bytes(text) => scalar::write_string(text, out),
        Value::Array(array) => write_array::<SORTED>(array, out),
        Value::Object(object) if SORTED => write_sorted_object(object, out),
        Value::Object(object) => write_object(object, out),
    }
}

#[inline(never)]
fn write_array<const SORTED: bool>(array: &Array, out: &mut Vec<u8>) {
    let mut separator = b'[';
    for item in array.iter() {
        out.push(separator);
        separator = b',';
        write_ordered::<SORTED>(item, out);
    }
    close(separator, b'[', b']', out);
}

#[inline(never)]
fn write_object(object: &Object, out: &mut Vec<u8>) {
    match object.layout() {
        Layout::Shaped { shape, slots } => {
            for (opening, value) in shape.json_keys().openings().zip(slots) {
                opening.write(out);
                write_ordered::<false>(value, out);
            }
            out.extend_from_slice(if slots.is_empty() { b"{}" } else { b"}" });
        }
        Layout::Dictionary(fields) => {
            let mut separator = b'{';
            for (key, value) in fields {
                out.push(separator);
                separator = b',';
                write_key(key, out);
                write(value, out);
            }
            close(separator, b'{', b'}', out);
        }
    }
}

#[inline(never)]
fn write_sorted_object(object: &Object, out: &mut Vec<u8>) {
    let mut separator = b'{';
    match object.layout() {
        Layout::Shaped { shape, slots } => {
            let keys = shape.json_keys();
            for slot in shape.sorted() {
                let slot = *slot as usize;
                out.push(separator);
                separator = b',';
                out.extend_from_slice(keys.key(slot));
                write_sorted(&slots[slot], out);
            }
        }
        Layout::Dictionary(_) => {
            for (key, value) in object.sorted() {
                out.push(separator);
                separator = b',';
                write_key(key, out);
                write_sorted(value, out);
            }
        }
    }
    close(separator, b'{', b'}', out);
}

/// Ends a container whose next separator would be `separator`; an empty one was never opened.
fn close(separator: u8, open: u8, close: u8, out: &mut Vec<u8>) {
    if separator == open {
        out.push(open);
    }
    out.push(close);
}
