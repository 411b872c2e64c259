//! JSON strings with escapes: they are unescaped into a buffer of their own and can't share the source.

use crate::json::error::{ReadResult, SyntaxError};
use crate::json::scan::find_escape;

const HEX: &str = "four hexadecimal digits after `\\u`";
const HALF: &str = "the second half of a surrogate pair, `\\uDC00` to `\\uDFFF`";

/// The capacity of a string with escapes at first, beyond what is read of it already.
const MAX_FORESEEN: usize = 1024;

/// The text of a string whose content starts at `start` and is clean until `at`, and the place after
/// its closing quote.
pub(super) fn unescape(source: &str, start: usize, at: usize) -> ReadResult<(String, usize)> {
    let bytes = source.as_bytes();
    // The rest of the source bounds what is to come; most such strings take much of it.
    let mut text = String::with_capacity((source.len() - start).min(at - start + MAX_FORESEEN));
    let (mut clean, mut at) = (start, at);
    loop {
        text.push_str(&source[clean..at]);
        match bytes.get(at) {
            Some(b'"') => return Ok((text, at + 1)),
            Some(b'\\') => at = escape(bytes, at, &mut text)?,
            Some(_) => {
                return Err(SyntaxError::expected(
                    "control characters in a string to be escaped",
                    at,
                ));
            }
            None => return Err(SyntaxError::expected("a quote that ends the string", at)),
        }
        clean = at;
        at = find_escape(bytes, at);
    }
}

/// Resolves the escape whose backslash stands at `at`; the place after it.
fn escape(bytes: &[u8], at: usize, text: &mut String) -> ReadResult<usize> {
    let char = match bytes.get(at + 1) {
        Some(b'n') => '\n',
        Some(b't') => '\t',
        Some(b'r') => '\r',
        Some(b'b') => '\u{8}',
        Some(b'f') => '\u{c}',
        Some(own @ (b'"' | b'\\' | b'/')) => char::from(*own),
        Some(b'u') => return unicode(bytes, at + 2, text),
        _ => {
            return Err(SyntaxError::expected(
                "one of `\"`, `\\`, `/`, `b`, `f`, `n`, `r`, `t` or `u` after the backslash",
                at + 1,
            ));
        }
    };
    text.push(char);
    Ok(at + 2)
}

/// Resolves `\u` whose digits start at `at`, and the one after it where two make one character.
fn unicode(bytes: &[u8], at: usize, text: &mut String) -> ReadResult<usize> {
    let first = digits(bytes, at)?;
    let (code, end) = match first {
        0xDC00..=0xDFFF => {
            let why =
                "expected a character, found the second half of a surrogate pair without the first";
            return Err(SyntaxError::refused(why, at - 2));
        }
        0xD800..=0xDBFF => {
            if bytes.get(at + 4..at + 6) != Some(b"\\u") {
                return Err(SyntaxError::expected(HALF, at + 4));
            }
            match digits(bytes, at + 6)? {
                second @ 0xDC00..=0xDFFF => {
                    (0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00), at + 10)
                }
                _ => return Err(SyntaxError::expected(HALF, at + 4)),
            }
        }
        _ => (first, at + 4),
    };
    text.push(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER));
    Ok(end)
}

fn digits(bytes: &[u8], at: usize) -> ReadResult<u32> {
    let mut code = 0;
    for place in at..at + 4 {
        let digit = bytes.get(place).and_then(|byte| char::from(*byte).to_digit(16));
        code = code * 16 + digit.ok_or_else(|| SyntaxError::expected(HEX, place))?;
    }
    Ok(code)
}
