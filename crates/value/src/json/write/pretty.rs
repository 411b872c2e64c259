//! Pretty-printed JSON: one element a line, two spaces a level, keys sorted.

use super::{write_key, write_sorted};
use crate::Value;

/// Writes a value as JSON with each element on its own line, indented by two spaces a level; the keys
/// of every object are sorted by their bytes.
pub fn write_pretty(value: &Value, out: &mut Vec<u8>) {
    write_indented(value, 1, out);
}

/// `level` is the indent of what the value holds.
fn write_indented(value: &Value, level: usize, out: &mut Vec<u8>) {
    match value {
        Value::Array(array) if !array.is_empty() => {
            let mut separator = b'[';
            for item in array.iter() {
                start_line(separator, level, out);
                separator = b',';
                write_indented(item, level + 1, out);
            }
            end(b']', level, out);
        }
        Value::Object(object) if !object.is_empty() => {
            let mut separator = b'{';
            for (key, value) in object.sorted() {
                start_line(separator, level, out);
                separator = b',';
                write_key(key, out);
                out.push(b' ');
                write_indented(value, level + 1, out);
            }
            end(b'}', level, out);
        }
        _ => write_sorted(value, out),
    }
}

fn start_line(separator: u8, level: usize, out: &mut Vec<u8>) {
    out.push(separator);
    indent(level, out);
}

fn end(close: u8, level: usize, out: &mut Vec<u8>) {
    indent(level - 1, out);
    out.push(close);
}

fn indent(level: usize, out: &mut Vec<u8>) {
    out.push(b'\n');
    out.resize(out.len() + 2 * level, b' ');
}
