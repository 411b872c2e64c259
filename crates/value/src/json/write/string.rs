//! Strings and the names of fields as JSON.

use super::output::Output;
use crate::json::scan::find_escape;
use crate::text::EscapeClass;
use crate::{Key, Text};

/// Writes the name of a field as it stands in an object, colon included: `"name":`.
pub fn write_key(key: &Key, out: &mut Vec<u8>) {
    Output::append_to(out, |out| put_key(key, out));
}

/// Writes a text in quotes, with U+FFFD in place of what is not UTF-8.
pub fn write_string(text: &Text, out: &mut Vec<u8>) {
    Output::append_to(out, |out| put_string(text, out));
}

/// Writes a text in quotes, with U+FFFD in place of what is not UTF-8.
pub(super) fn put_string(text: &Text, out: &mut Output<'_>) {
    match text.escape_class() {
        EscapeClass::Plain(text) => put_plain(text, out),
        EscapeClass::Utf8(text) => put_clean(text, out),
        EscapeClass::Bytes => put_clean(text.to_str().as_bytes(), out),
    }
}

#[inline(never)]
fn put_plain(text: &[u8], out: &mut Output<'_>) {
    out.put(b'"');
    out.put_all(text);
    out.put(b'"');
}

/// Writes what is known to be UTF-8 in quotes.
#[inline(never)]
pub(super) fn put_clean(text: &[u8], out: &mut Output<'_>) {
    let end = find_escape(text, 0);
    out.put(b'"');
    out.put_all(&text[..end]);
    if end < text.len() {
        put_escaped(text, end, out);
    }
    out.put(b'"');
}

/// Writes the name of a field and its colon.
pub(super) fn put_key(key: &Key, out: &mut Output<'_>) {
    put_clean(key.as_bytes(), out);
    out.put(b':');
}

/// Writes the rest of a text from its first special byte on.
#[cold]
fn put_escaped(text: &[u8], from: usize, out: &mut Output<'_>) {
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
