//! Values that hold no others, as JSON.

use chrono::{DateTime, Utc};
use ordered_float::NotNan;

use crate::json::scan::{clean_until, is_clean};
use crate::text::Spelling;
use crate::{Text, write_timestamp};

/// Writes a text in quotes, with U+FFFD in place of what is not UTF-8.
#[inline]
pub fn write_string(text: &Text, out: &mut Vec<u8>) {
    match text.spelling() {
        Spelling::Block(block, length) => {
            out.push(b'"');
            let start = out.len();
            // A copy whose length is known is cheaper than one that fits.
            out.extend_from_slice(block);
            out.truncate(start + length);
            out.push(b'"');
        }
        Spelling::Plain(text) => write_plain(text, out),
        Spelling::Utf8(text) => write_clean(text, out),
        Spelling::Bytes => write_clean(text.to_str().as_bytes(), out),
    }
}

fn write_plain(text: &[u8], out: &mut Vec<u8>) {
    out.reserve(text.len() + 2);
    out.push(b'"');
    out.extend_from_slice(text);
    out.push(b'"');
}

/// Writes what is known to be UTF-8 in quotes.
#[inline]
pub(super) fn write_clean(text: &[u8], out: &mut Vec<u8>) {
    if is_clean(text) {
        return write_plain(text, out);
    }
    let end = clean_until(text, 0);
    out.push(b'"');
    out.extend_from_slice(&text[..end]);
    write_escaped(text, end, out);
    out.push(b'"');
}

/// Writes the rest of a text from its first special byte on.
#[cold]
fn write_escaped(text: &[u8], from: usize, out: &mut Vec<u8>) {
    let mut at = from;
    while let Some(byte) = text.get(at) {
        match byte {
            b'"' => out.extend_from_slice(b"\\\""),
            b'\\' => out.extend_from_slice(b"\\\\"),
            b'\n' => out.extend_from_slice(b"\\n"),
            b'\r' => out.extend_from_slice(b"\\r"),
            b'\t' => out.extend_from_slice(b"\\t"),
            0x08 => out.extend_from_slice(b"\\b"),
            0x0c => out.extend_from_slice(b"\\f"),
            other => {
                const HEX: &[u8; 16] = b"0123456789abcdef";
                let digit = HEX[usize::from(other & 0x0f)];
                out.extend_from_slice(&[b'\\', b'u', b'0', b'0', b'0' + (other >> 4), digit]);
            }
        }
        let end = clean_until(text, at + 1);
        out.extend_from_slice(&text[at + 1..end]);
        at = end;
    }
}

pub(super) fn write_boolean(boolean: bool, out: &mut Vec<u8>) {
    out.extend_from_slice(if boolean { b"true" } else { b"false" });
}

pub(super) fn write_integer(number: i64, out: &mut Vec<u8>) {
    out.extend_from_slice(itoa::Buffer::new().format(number).as_bytes());
}

/// Writes the shortest digits that read back as the same float; JSON has no infinity, so that is null.
pub(super) fn write_float(number: NotNan<f64>, out: &mut Vec<u8>) {
    if number.is_finite() {
        out.extend_from_slice(zmij::Buffer::new().format_finite(number.into_inner()).as_bytes());
    } else {
        out.extend_from_slice(b"null");
    }
}

pub(super) fn write_time(time: &DateTime<Utc>, out: &mut Vec<u8>) {
    out.push(b'"');
    write_timestamp(time, out);
    out.push(b'"');
}
