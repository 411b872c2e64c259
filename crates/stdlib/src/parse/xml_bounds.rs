//! Limits on XML documents that keep parsing linear: the parser compares each attribute of an element with
//! all before it, and hands the namespaces of an element to each inside.

use memchr::memmem;
use vrlet_function::prelude::*;

/// How deep elements may be nested.
const DEEPEST: usize = 127;
/// How many attributes an element may have, and how many namespaces there may be in one place.
const MOST: usize = 256;

/// Looks over the tags of a document. What is not well-formed is left to the parser.
pub(super) fn check(source: &str) -> Result<(), Failure> {
    let mut rest = source.as_bytes();
    // The namespaces that each open element declares, and all of them.
    let (mut open, mut in_scope) = (Vec::new(), 0);
    while let Some(at) = memchr::memchr(b'<', rest) {
        rest = &rest[at..];
        let end = match rest {
            [b'<', b'!', b'-', b'-', ..] => find(rest, 4, b"-->"),
            [b'<', b'!', b'[', ..] => find(rest, 3, b"]]>"),
            [b'<', b'?', ..] => find(rest, 2, b"?>"),
            [b'<', b'/', ..] => {
                in_scope -= open.pop().unwrap_or_default();
                memchr::memchr(b'>', rest)
            }
            _ => {
                let tag = Tag::of(rest);
                if tag.attributes > MOST {
                    return Err(Failure::fixed("an element has more than 256 attributes"));
                }
                if open.len() == DEEPEST {
                    return Err(Failure::fixed("elements are nested deeper than 127 levels"));
                }
                if in_scope + tag.namespaces > MOST {
                    return Err(Failure::fixed("there are more than 256 namespaces in one place"));
                }
                if !tag.is_closed {
                    open.push(tag.namespaces);
                    in_scope += tag.namespaces;
                }
                Some(tag.end)
            }
        };
        let Some(end) = end else { return Ok(()) };
        rest = &rest[end..];
    }
    Ok(())
}

/// Where a sign stands after the first `skipped` bytes.
fn find(text: &[u8], skipped: usize, sign: &[u8]) -> Option<usize> {
    memmem::find(&text[skipped..], sign).map(|at| skipped + at)
}

/// The tag that opens an element.
struct Tag {
    attributes: usize,
    namespaces: usize,
    is_closed: bool,
    /// Where its `>` stands.
    end: usize,
}

impl Tag {
    fn of(text: &[u8]) -> Self {
        let mut tag = Self { attributes: 0, namespaces: 0, is_closed: false, end: text.len() };
        // The name of an attribute may have blanks after it.
        let (mut at, mut name, mut is_between) = (1, 1, false);
        while let Some(&byte) = text.get(at) {
            match byte {
                b'>' => {
                    tag.is_closed = text[at - 1] == b'/';
                    tag.end = at;
                    break;
                }
                b'=' => {
                    tag.attributes += 1;
                    tag.namespaces += usize::from(text[name..at].starts_with(b"xmlns"));
                }
                b'"' | b'\'' => {
                    let value = &text[at + 1..];
                    at += 1 + memchr::memchr(byte, value).unwrap_or(value.len());
                    is_between = true;
                }
                byte if byte.is_ascii_whitespace() => is_between = true,
                _ if is_between => (name, is_between) = (at, false),
                _ => {}
            }
            at += 1;
        }
        tag
    }
}
