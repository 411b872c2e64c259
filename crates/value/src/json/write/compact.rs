//! Compact JSON, on one line without whitespace: the keys of a shape are copied with their punctuation.

use super::output::Output;
use super::{scalar, string};
use crate::shape::{JsonKeys, KeyPrefix};
use crate::value::Layout;
use crate::{Array, Object, Value};

/// Writes a value as JSON without whitespace; objects keep the order of their keys.
pub fn write(value: &Value, out: &mut Vec<u8>) {
    Output::append_to(out, |out| write_ordered::<false>(value, out));
}

impl Object {
    /// The same object, with its JSON cached: for records that stand in many events, and are written
    /// with each of them.
    #[must_use]
    pub fn with_cached_json(self) -> Self {
        let mut json = Vec::new();
        let mut object = self;
        Output::append_to(&mut json, |out| write_object(&object, out));
        object.set_json(json.into());
        object
    }
}

/// Writes a value as JSON without whitespace; the keys of every object are sorted by their bytes.
pub fn write_sorted(value: &Value, out: &mut Vec<u8>) {
    Output::append_to(out, |out| write_ordered::<true>(value, out));
}

#[inline(always)]
fn write_ordered<const SORTED: bool>(value: &Value, out: &mut Output<'_>) {
    match value {
        Value::Null => out.put_word(b"null"),
        Value::Boolean(boolean) => scalar::write_boolean(*boolean, out),
        Value::Integer(number) => scalar::write_integer(*number, out),
        Value::Float(number) => scalar::write_float(number, out),
        Value::Timestamp(time) => scalar::write_time(time, out),
        Value::Regex(regex) => string::put_clean(regex.as_str().as_bytes(), out),
        Value::Bytes(text) => string::put_string(text, out),
        Value::Array(array) => write_array::<SORTED>(array, out),
        Value::Object(object) if SORTED => write_sorted_object(object, out),
        Value::Object(object) => write_object(object, out),
    }
}

#[inline(never)]
fn write_array<const SORTED: bool>(array: &Array, out: &mut Output<'_>) {
    let mut separator = b'[';
    for item in array.iter() {
        out.put(separator);
        separator = b',';
        write_ordered::<SORTED>(item, out);
    }
    close(separator, b'[', b']', out);
}

#[inline(never)]
fn write_object(object: &Object, out: &mut Output<'_>) {
    if let Some(json) = object.json() {
        return out.put_all(json);
    }
    match object.layout() {
        Layout::Shaped { shape, slots } => write_row(shape.json_keys(), slots, out),
        Layout::Dictionary(fields) => {
            let mut separator = b'{';
            for (key, value) in fields {
                out.put(separator);
                separator = b',';
                string::put_key(key, out);
                write_ordered::<false>(value, out);
            }
            close(separator, b'{', b'}', out);
        }
    }
}

/// Writes the fields of a shape. Most are a short key and a short value: both go into the same spare bytes.
#[inline(always)]
fn write_row(keys: &JsonKeys, slots: &[Value], out: &mut Output<'_>) {
    for (slot, (prefix, value)) in keys.prefixes().iter().zip(slots).enumerate() {
        let spare = out.spare();
        let length = prefix.length();
        spare[..KeyPrefix::BLOCK].copy_from_slice(prefix.block());
        let short = if length == 0 {
            None
        } else {
            spare[length..].first_chunk_mut().and_then(|spare| scalar::write_short(value, spare))
        };
        if let Some(short) = short {
            out.advance(length + short);
        } else {
            out.put_all(keys.prefix(slot));
            write_ordered::<false>(value, out);
        }
    }
    match slots {
        [] => out.put_word(b"{}"),
        _ => out.put(b'}'),
    }
}

#[inline(never)]
fn write_sorted_object(object: &Object, out: &mut Output<'_>) {
    let mut separator = b'{';
    match object.layout() {
        Layout::Shaped { shape, slots } => {
            let keys = shape.json_keys();
            for slot in shape.sorted() {
                let slot = *slot as usize;
                out.put(separator);
                separator = b',';
                out.put_all(keys.key(slot));
                write_ordered::<true>(&slots[slot], out);
            }
        }
        Layout::Dictionary(_) => {
            for (key, value) in object.sorted() {
                out.put(separator);
                separator = b',';
                string::put_key(key, out);
                write_ordered::<true>(value, out);
            }
        }
    }
    close(separator, b'{', b'}', out);
}

/// Ends a container whose next separator would be `separator`; an empty one was never opened.
fn close(separator: u8, open: u8, close: u8, out: &mut Output<'_>) {
    if separator == open {
        out.put(open);
    }
    out.put(close);
}
