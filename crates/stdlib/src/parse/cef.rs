//! The Common Event Format: seven fields with bars between them, then `key=value` pairs in which values
//! have blanks, so that a value ends where the next key begins.

use std::borrow::Cow;

use memchr::{memchr, memrchr};
use vrlet_function::prelude::*;

use super::unescape::unescape;

/// The fields before the pairs.
pub(super) const HEADER: &[&str] = &[
    "cefVersion",
    "deviceVendor",
    "deviceProduct",
    "deviceVersion",
    "deviceEventClassId",
    "name",
    "severity",
];

/// The fields whose names stand in a label.
const CUSTOM: &[&str] = &[
    "c6a1",
    "c6a2",
    "c6a3",
    "c6a4",
    "cfp1",
    "cfp2",
    "cfp3",
    "cfp4",
    "cn1",
    "cn2",
    "cn3",
    "cs1",
    "cs2",
    "cs3",
    "cs4",
    "cs5",
    "cs6",
    "deviceCustomDate1",
    "deviceCustomDate2",
    "flexDate1",
    "flexString1",
    "flexString2",
];

/// What becomes of pairs that can't be read.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Strictness {
    Strict,
    Lenient,
}

type Header<'a> = Vec<Cow<'a, str>>;
type Pairs<'a> = Vec<(&'a str, Cow<'a, str>)>;

/// The header and the pairs of an event.
pub(super) fn read(text: &str, strictness: Strictness) -> Result<(Header<'_>, Pairs<'_>), Failure> {
    let start = text.find("CEF:").ok_or(Failure::fixed("the text has no `CEF:` in it"))?;
    let mut rest = &text[start + "CEF:".len()..];
    let mut header = Vec::with_capacity(HEADER.len());
    for name in HEADER {
        let field = header_field(rest).filter(|(field, _)| !header.is_empty() || !field.is_empty());
        let (field, after) = field.ok_or_else(|| {
            Failure::new(format!("the header ends before the `|` after `{name}`"))
        })?;
        header.push(field);
        rest = after;
    }
    Ok((header, pairs(rest, strictness)?))
}

/// A field of the header, and what follows its bar; `\|` and `\\` are its escapes.
fn header_field(text: &str) -> Option<(Cow<'_, str>, &str)> {
    let bytes = text.as_bytes();
    let mut at = 0;
    loop {
        match bytes.get(at)? {
            b'|' => break,
            b'\\' => {
                bytes.get(at + 1).filter(|byte| matches!(byte, b'|' | b'\\'))?;
                at += 2;
            }
            _ => at += 1,
        }
    }
    let field = unescape(text[..at].trim(), |c| matches!(c, '|' | '\\').then_some(c));
    Some((field, &text[at + 1..]))
}

fn pairs(mut text: &str, strictness: Strictness) -> Result<Pairs<'_>, Failure> {
    let mut pairs = Vec::new();
    while !text.trim().is_empty() {
        let Some((key, value, rest)) = pair(text, strictness) else {
            if strictness == Strictness::Lenient {
                break;
            }
            return Err(Failure::new(format!("no `key=value` pair can be read from `{text}`")));
        };
        pairs.push((key, value));
        text = rest;
    }
    Ok(pairs)
}

/// The pair that a text starts with, and what follows it.
fn pair(text: &str, strictness: Strictness) -> Option<(&str, Cow<'_, str>, &str)> {
    let text = text.trim_start_matches(BETWEEN);
    let (key, text) = text.split_once('=').filter(|(key, _)| is_key(key))?;
    let bytes = text.as_bytes();
    let (mut at, mut plain, mut end) = (0, 0, text.len());
    // The next `=` that is not escaped has the next key before it.
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'\\' => {
                if matches!(bytes.get(at + 1)?, b'=' | b'\\') {
                    at += 1;
                }
                plain = at + 1;
            }
            b'=' => match before_key(&text[plain..at]) {
                Some(place) => {
                    end = plain + place;
                    break;
                }
                None if strictness == Strictness::Strict => return None,
                None => {}
            },
            _ => {}
        }
        at += 1;
    }
    let (value, rest) = text.split_at(end);
    let value = value.trim_end_matches(' ');
    let value = value.strip_prefix('"').and_then(|inner| inner.strip_suffix('"')).unwrap_or(value);
    let value = unescape(value, in_value);
    Some((key, value, rest))
}

/// What stands between pairs.
const BETWEEN: [char; 2] = [' ', '|'];

/// Where the key starts that a text ends with, and what stands before it: after the last blank, else
/// after the first bar.
fn before_key(text: &str) -> Option<usize> {
    let place = memrchr(b' ', text.as_bytes()).or_else(|| memchr(b'|', text.as_bytes()))?;
    let key = text[place..].trim_start_matches(BETWEEN);
    is_key(key).then(|| text[..place].trim_end_matches(BETWEEN).len())
}

fn is_key(key: &str) -> bool {
    !key.is_empty() && !key.contains([' ', '=', '\\'])
}

/// What a backslash and a character mean in a value; other backslashes are just that.
fn in_value(character: char) -> Option<char> {
    match character {
        '=' | '\\' => Some(character),
        'n' | 'r' => Some('\n'),
        _ => None,
    }
}

/// Gives the custom fields the names that their labels say; of two with one name the first counts.
pub(super) fn translate(mut object: Object) -> Result<Value, Failure> {
    let mut renamed = Vec::new();
    for name in CUSTOM {
        let label = object.remove(&format!("{name}Label"));
        let value = object.remove(name);
        match (label, value) {
            (Some(Value::Bytes(label)), value) => {
                renamed.push((Key::from(&label), value.unwrap_or_default()));
            }
            (None, Some(_)) => {
                return Err(Failure::new(format!("the custom field `{name}` has no label")));
            }
            _ => {}
        }
    }
    for (name, value) in renamed.into_iter().rev() {
        object.insert(name, value);
    }
    Ok(object.into())
}
