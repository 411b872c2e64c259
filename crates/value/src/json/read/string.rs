//! JSON strings with escapes: they are unescaped into a buffer of their own and can't share the source.

use super::ReadMode;
use crate::json::error::{ReadResult, SyntaxError};
use crate::json::scan::find_escape;

const HEX: &str = "four hexadecimal digits after `\\u`";
const HALF: &str = "the second half of a surrogate pair, `\\uDC00` to `\\uDFFF`";
const NO_FIRST_HALF: &str =
    "expected a character, found the second half of a surrogate pair without the first";

/// The capacity of a string with escapes at first, beyond what is read of it already.
const MAX_FORESEEN: usize = 1024;

/// A string that had escapes.
pub(super) struct Unescaped {
    pub(super) text: String,
    /// The place after its closing quote.
    pub(super) end: usize,
    /// How many halves of surrogate pairs were replaced.
    pub(super) replaced: u64,
}

/// The text of a string whose content starts at `start` and is clean until `at`.
pub(super) fn unescape(
    source: &str,
    start: usize,
    at: usize,
    mode: ReadMode,
) -> ReadResult<Unescaped> {
    let bytes = source.as_bytes();
    // The rest of the source bounds what is to come; most such strings take much of it.
    let capacity = (source.len() - start).min(at - start + MAX_FORESEEN);
    let text = String::with_capacity(capacity);
    let mut string = Unescaped { text, end: at, replaced: 0 };
    let (mut clean, mut at) = (start, at);
    loop {
        string.text.push_str(&source[clean..at]);
        match bytes.get(at) {
            Some(b'"') => {
                string.end = at + 1;
                return Ok(string);
            }
            Some(b'\\') => at = escape(bytes, at, mode, &mut string)?,
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
fn escape(bytes: &[u8], at: usize, mode: ReadMode, string: &mut Unescaped) -> ReadResult<usize> {
    let char = match bytes.get(at + 1) {
        Some(b'n') => '\n',
        Some(b't') => '\t',
        Some(b'r') => '\r',
        Some(b'b') => '\u{8}',
        Some(b'f') => '\u{c}',
        Some(own @ (b'"' | b'\\' | b'/')) => char::from(*own),
        Some(b'u') => {
            let unicode = unicode(bytes, at + 2, mode)?;
            string.replaced += u64::from(unicode.code.is_none());
            string.text.push(unicode.code.unwrap_or(char::REPLACEMENT_CHARACTER));
            return Ok(unicode.end);
        }
        _ => {
            return Err(SyntaxError::expected(
                "one of `\"`, `\\`, `/`, `b`, `f`, `n`, `r`, `t` or `u` after the backslash",
                at + 1,
            ));
        }
    };
    string.text.push(char);
    Ok(at + 2)
}

/// What `\u` stands for.
struct Unicode {
    /// The character; none for half of a surrogate pair, which is none.
    code: Option<char>,
    /// The place after it.
    end: usize,
}

/// Resolves `\u` whose digits start at `at`, and the one after it where two make one character.
fn unicode(bytes: &[u8], at: usize, mode: ReadMode) -> ReadResult<Unicode> {
    let first = digits(bytes, at)?;
    let second = match first {
        0xD800..=0xDBFF if bytes.get(at + 4..at + 6) == Some(b"\\u") => {
            Some(digits(bytes, at + 6)?)
        }
        _ => None,
    };
    let (code, end) = match second {
        Some(second @ 0xDC00..=0xDFFF) => {
            (0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00), at + 10)
        }
        _ => (first, at + 4),
    };
    let code = char::from_u32(code);
    match (mode, first) {
        (ReadMode::Strict, 0xD800..=0xDBFF) if code.is_none() => {
            Err(SyntaxError::expected(HALF, at + 4))
        }
        (ReadMode::Strict, _) if code.is_none() => Err(SyntaxError::refused(NO_FIRST_HALF, at - 2)),
        (ReadMode::Strict | ReadMode::Keep, _) => Ok(Unicode { code, end }),
    }
}

fn digits(bytes: &[u8], at: usize) -> ReadResult<u32> {
    let mut code = 0;
    for place in at..at + 4 {
        let digit = bytes.get(place).and_then(|byte| char::from(*byte).to_digit(16));
        code = code * 16 + digit.ok_or_else(|| SyntaxError::expected(HEX, place))?;
    }
    Ok(code)
}
