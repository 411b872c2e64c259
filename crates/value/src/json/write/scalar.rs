//! Values that hold no others, as JSON.

use chrono::{DateTime, Utc};
use ordered_float::NotNan;

use super::output::Output;
use crate::json::scan::find_escape;
use crate::text::{EscapeClass, LONGEST};
use crate::{Key, Text, Value, write_timestamp};

/// Writes a text in quotes, with U+FFFD in place of what is not UTF-8.
pub(super) fn write_string(text: &Text, out: &mut Output<'_>) {
    match text.escape_class() {
        EscapeClass::Plain(text) => write_plain(text, out),
        EscapeClass::Utf8(text) => write_clean(text, out),
        EscapeClass::Bytes => write_clean(text.to_str().as_bytes(), out),
    }
}

/// Writes what is known to take little room into that room, if `value` is such a value: how much it takes.
#[inline(always)]
pub(super) fn write_short(value: &Value, room: &mut [u8]) -> Option<usize> {
    const SHORT: usize = LONGEST + 3;
    let room: &mut [u8; SHORT] = room.first_chunk_mut()?;
    match value {
        Value::Bytes(text) => {
            let (block, length) = text.plain_block()?;
            room[0] = b'"';
            room[1..=LONGEST].copy_from_slice(block);
            room[1 + length] = b'"';
            Some(length + 2)
        }
        Value::Null => {
            room[..4].copy_from_slice(b"null");
            Some(4)
        }
        Value::Integer(number) => {
            let mut digits = itoa::Buffer::new();
            let digits = digits.format(*number).as_bytes();
            room.get_mut(..digits.len())?.copy_from_slice(digits);
            Some(digits.len())
        }
        _ => None,
    }
}

#[inline(never)]
fn write_plain(text: &[u8], out: &mut Output<'_>) {
    out.put(b'"');
    out.put_all(text);
    out.put(b'"');
}

/// Writes what is known to be UTF-8 in quotes.
#[inline(never)]
pub(super) fn write_clean(text: &[u8], out: &mut Output<'_>) {
    let end = find_escape(text, 0);
    out.put(b'"');
    out.put_all(&text[..end]);
    if end < text.len() {
        write_escaped(text, end, out);
    }
    out.put(b'"');
}

/// Writes the name of a field and its colon.
pub(super) fn write_key(key: &Key, out: &mut Output<'_>) {
    write_clean(key.as_bytes(), out);
    out.put(b':');
}

/// Writes the rest of a text from its first special byte on.
#[cold]
fn write_escaped(text: &[u8], from: usize, out: &mut Output<'_>) {
    let mut at = from;
    while let Some(byte) = text.get(at) {
        match byte {
            b'"' => out.put_word(b"\\\""),
            b'\\' => out.put_word(b"\\\\"),
            b'\n' => out.put_word(b"\\n"),
            b'\r' => out.put_word(b"\\r"),
            b'\t' => out.put_word(b"\\t"),
            0x08 => out.put_word(b"\\b"),
            0x0c => out.put_word(b"\\f"),
            other => {
                const HEX: &[u8; 16] = b"0123456789abcdef";
                let digit = HEX[usize::from(other & 0x0f)];
                out.put_word(&[b'\\', b'u', b'0', b'0', b'0' + (other >> 4), digit]);
            }
        }
        let end = find_escape(text, at + 1);
        out.put_all(&text[at + 1..end]);
        at = end;
    }
}

#[inline(always)]
pub(super) fn write_boolean(boolean: bool, out: &mut Output<'_>) {
    if boolean { out.put_word(b"true") } else { out.put_word(b"false") }
}

#[inline(always)]
pub(super) fn write_integer(number: i64, out: &mut Output<'_>) {
    out.put_all(itoa::Buffer::new().format(number).as_bytes());
}

/// Writes the shortest digits that read back as the same float; JSON has no infinity, so that is null.
pub(super) fn write_float(number: NotNan<f64>, out: &mut Output<'_>) {
    if number.is_finite() {
        out.put_all(zmij::Buffer::new().format_finite(number.into_inner()).as_bytes());
    } else {
        out.put_word(b"null");
    }
}

pub(super) fn write_time(time: &DateTime<Utc>, out: &mut Output<'_>) {
    out.append(|buffer| {
        buffer.push(b'"');
        write_timestamp(time, buffer);
        buffer.push(b'"');
    });
}
