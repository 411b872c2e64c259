//! String literals: escape sequences (`\n`, `\u{…}`) and templates (`{{ name }}`).

use vrlet_diagnostic::Span;

use crate::ast::{Name, TemplatePart};

/// Why an escape can't be read.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub(crate) enum EscapeError {
    /// A character means nothing in an escape; it stands this many bytes after the backslash.
    Unknown(usize),
    /// The number of `\u{…}` is not a character; the escape is this long.
    NoCharacter(usize),
}

/// Reads the escape at the start of `text`, which begins with a backslash: what it stands for, if
/// anything, and how long it is.
pub(crate) fn escape(text: &str) -> Result<(Option<char>, usize), EscapeError> {
    let character = match text[1..].chars().next() {
        Some('n') => '\n',
        Some('r') => '\r',
        Some('t') => '\t',
        Some('0') => '\0',
        Some(same @ ('\\' | '"' | '\'' | '{' | '}')) => same,
        Some('u') => return unicode(text),
        Some('\n') => return Ok((None, text.len() - text[1..].trim_start().len())),
        Some(_) | None => return Err(EscapeError::Unknown(1)),
    };
    Ok((Some(character), 2))
}

/// Reads `\u{…}`.
fn unicode(text: &str) -> Result<(Option<char>, usize), EscapeError> {
    let prefix = "\\u{";
    let Some(digits) = text.strip_prefix(prefix) else { return Err(EscapeError::Unknown(2)) };
    let length = digits.bytes().take_while(u8::is_ascii_hexdigit).count();
    let brace = prefix.len() + length;
    if !text[brace..].starts_with('}') {
        return Err(EscapeError::Unknown(brace));
    }
    let significant = match digits[..length].trim_start_matches('0') {
        "" if length > 0 => "0",
        digits => digits,
    };
    let character = u32::from_str_radix(significant, 16).ok().and_then(char::from_u32);
    match character {
        Some(character) => Ok((Some(character), brace + 1)),
        None => Err(EscapeError::NoCharacter(brace + 1)),
    }
}

/// The text with its escapes resolved. The prescan has checked them.
pub(crate) fn unescape(raw: &str) -> String {
    let mut text = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some(backslash) = rest.find('\\') {
        text.push_str(&rest[..backslash]);
        rest = resolve(&rest[backslash..], &mut text);
    }
    text.push_str(rest);
    text
}

/// The parts of a string that may hold `{{ name }}`; `start` is the place of `raw` in the source.
///
/// An empty `{{}}` yields nothing, and an open `{{` drops what follows it.
pub(crate) fn template(raw: &str, start: usize) -> Vec<TemplatePart> {
    let mut parts = Vec::new();
    let mut text = String::new();
    let mut rest = raw;
    while let Some(found) = rest.find(['\\', '{']) {
        text.push_str(&rest[..found]);
        rest = &rest[found..];
        let Some(inner) = rest.strip_prefix("{{") else {
            rest = match rest.strip_prefix('{') {
                Some(after) => {
                    text.push('{');
                    after
                }
                None => resolve(rest, &mut text),
            };
            continue;
        };
        let Some(length) = inner.find("}}") else {
            rest = "";
            break;
        };
        if length > 0 {
            if !text.is_empty() {
                parts.push(TemplatePart::Text(std::mem::take(&mut text)));
            }
            let open = start + raw.len() - rest.len();
            let span = Span::new(open, open + length + 4);
            let name = inner[..length].trim().to_owned();
            parts.push(TemplatePart::Variable(Name { span, text: name }));
        }
        rest = &inner[length + 2..];
    }
    text.push_str(rest);
    if !text.is_empty() {
        parts.push(TemplatePart::Text(text));
    }
    parts
}

/// Appends what the escape at the start of `rest` stands for and returns what follows it.
fn resolve<'raw>(rest: &'raw str, text: &mut String) -> &'raw str {
    match escape(rest) {
        Ok((character, length)) => {
            text.extend(character);
            &rest[length..]
        }
        Err(_) => unreachable!("checked: the prescan refuses bad escapes"),
    }
}

#[cfg(test)]
mod tests {
    use super::{EscapeError, escape, template, unescape};
    use crate::ast::TemplatePart::{Text, Variable};

    #[test]
    fn escapes() {
        assert_eq!(unescape(r#"a\n\r\t\0\\\"\'\{\}\u{e4}\u{0000000041}"#), "a\n\r\t\0\\\"'{}äA");
        assert_eq!(unescape("a \\\n \n\t b"), "a b");
        assert_eq!(escape("\\x"), Err(EscapeError::Unknown(1)));
        assert_eq!(escape("\\\r\n"), Err(EscapeError::Unknown(1)));
        assert_eq!(escape("\\u41"), Err(EscapeError::Unknown(2)));
        assert_eq!(escape("\\u{4z}"), Err(EscapeError::Unknown(4)));
        assert_eq!(escape("\\u{}"), Err(EscapeError::NoCharacter(4)));
        assert_eq!(escape("\\u{110000}"), Err(EscapeError::NoCharacter(10)));
        assert_eq!(escape("\\u{D800}"), Err(EscapeError::NoCharacter(8)));
        assert_eq!(escape("\\u{fffffffffffffffff}"), Err(EscapeError::NoCharacter(21)));
    }

    /// The parts as text, with names between angle brackets.
    fn parts(raw: &str) -> String {
        let part = |part| match part {
            Text(text) => text,
            Variable(name) => format!("<{}@{}..{}>", name.text, name.span.start, name.span.end),
        };
        template(raw, 0).into_iter().map(part).collect()
    }

    #[test]
    fn templates() {
        assert_eq!(parts("a {{ x }}b"), "a <x@2..9>b");
        assert_eq!(parts("ä{{x}}{{ y }}"), "ä<x@2..7><y@7..14>");
        assert_eq!(parts("{{}}"), "");
        assert_eq!(parts("a{{ }}"), "a<@1..6>");
        assert_eq!(parts("a {{ x"), "a ");
        assert_eq!(parts("a}}b{{x}}"), "a}}b<x@4..9>");
        assert_eq!(parts("{{{x}}}"), "<{x@0..6>}");
        assert_eq!(parts(r"\{{ n }} {{ x }}"), "{{ n }} <x@9..16>");
        assert_eq!(parts(r"\u{7b}{a}}"), "{{a}}");
        assert_eq!(parts(r"{\{a}} {b"), "{{a}} {b");
    }
}
