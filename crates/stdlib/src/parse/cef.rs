//! The Common Event Format: seven fields with bars between them, then `key=value` pairs in which values
//! have blanks, so that a value ends where the next key begins.

use std::borrow::Cow;

use memchr::{memchr, memchr_iter, memrchr};
use vrlet_function::prelude::*;

use super::recognize::hint;
use super::unescape::unescape;
use crate::mismatch::found;

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
    let start = text.find("CEF:").ok_or_else(|| no_event(text))?;
    let mut rest = &text[start + "CEF:".len()..];
    let mut header = Vec::with_capacity(HEADER.len());
    for name in HEADER {
        let (field, after) = header_field(rest).ok_or_else(|| no_header(text, rest, name))?;
        header.push(field);
        rest = after;
    }
    Ok((header, pairs(text, rest, strictness)?))
}

fn no_event(text: &str) -> Failure {
    let text = text.to_owned();
    Failure::deferred(move || format!("the text has no `CEF:` in it{}", hint(&text, "parse_cef")))
}

/// The failure of a header that can't be read from `rest` on.
fn no_header(text: &str, rest: &str, name: &'static str) -> Failure {
    let (text, at) = (text.to_owned(), text.len() - rest.len());
    Failure::deferred(move || {
        let place = found(&text, at);
        match memchr(b'|', &text.as_bytes()[at..]) {
            None => format!("the header ends before the `|` after `{name}` {place}"),
            Some(_) => format!(
                "the field `{name}` of the header has a backslash that no `|` or `\\` follows {place}"
            ),
        }
    })
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

/// The pairs of `rest`, with which an event ends.
fn pairs<'a>(event: &str, mut rest: &'a str, strictness: Strictness) -> Result<Pairs<'a>, Failure> {
    let mut pairs = Vec::new();
    while !rest.trim().is_empty() {
        let Some((key, value, after)) = pair(rest, strictness) else {
            if strictness == Strictness::Lenient {
                break;
            }
            let (event, at) = (event.to_owned(), event.len() - rest.len());
            return Err(Failure::deferred(move || {
                format!(
                    "no `key=value` pair can be read {}; `strict: false` takes an `=` that has no \
                     backslash as part of the value, and leaves out what is no pair",
                    found(&event, at)
                )
            }));
        };
        pairs.push((key, value));
        rest = after;
    }
    Ok(pairs)
}

/// The pair that a text starts with, and what follows it.
fn pair(text: &str, strictness: Strictness) -> Option<(&str, Cow<'_, str>, &str)> {
    let text = text.trim_start_matches(BETWEEN);
    let (key, text) = text.split_once('=').filter(|(key, _)| is_key(key))?;
    let bytes = text.as_bytes();
    let (mut at, mut plain, mut end) = (0, 0, text.len());
    let mut kept = false;
    if strictness == Strictness::Lenient {
        at = quoted(text);
    }
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
                // Of `a=1; b=2`, such as a cookie has it, all is the value, once some of it is.
                Some(place) if !(kept && text[..plain + place].ends_with(';')) => {
                    end = plain + place;
                    break;
                }
                None if strictness == Strictness::Strict => return None,
                Some(_) | None => kept = true,
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

/// The end of the quotes that a text starts with and that a blank or nothing follows; 0 without any.
fn quoted(text: &str) -> usize {
    let Some(inner) = text.strip_prefix('"') else { return 0 };
    let closes = |at: &usize| matches!(text.as_bytes().get(at + 2), None | Some(b' ' | b'|'));
    memchr_iter(b'"', inner.as_bytes()).find(closes).map_or(0, |at| at + 2)
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

/// Gives the custom fields the names that their labels say; where there is such a field already, or the
/// same label before, they keep their own.
pub(super) fn translate(mut object: Object) -> Result<Value, Failure> {
    let mut renamed = Vec::new();
    for name in CUSTOM {
        let label = object.remove(&format!("{name}Label"));
        let value = object.remove(name);
        match (label, value) {
            (Some(Value::Bytes(label)), value) => renamed.push((*name, Key::from(&label), value)),
            (None, Some(_)) => {
                return Err(Failure::new(format!("the custom field `{name}` has no label")));
            }
            _ => {}
        }
    }
    for (name, label, value) in renamed {
        if object.get(&label).is_none() {
            object.insert(label, value.unwrap_or_default());
            continue;
        }
        object.insert(Key::from(format!("{name}Label")), label.to_string().into());
        if let Some(value) = value {
            object.insert(Key::from_static(name), value);
        }
    }
    Ok(object.into())
}
