//! The filter `keyvalue`: fields such as `key=value` wherever they stand in a text.
//!
//! A field stands between boundaries: blanks, commas, semicolons and brackets unless a rule says others.
//! After each boundary one attempt is made. Attempts may look at the same characters again, so their
//! number is bounded.

use vrlet_function::prelude::*;

use super::fields::both;
use super::number::number_value;
use super::placeholder::{Argument, Term};
use crate::forked_regex::ForkedRegex;

/// Characters that attempts may look at again before the rest of a text counts as no fields.
const LOOKS: usize = 200_000;

/// How fields are written.
#[derive(Clone)]
pub(super) struct KeyValue {
    /// A key with what separates it from its value; each way to quote it has a group of its own.
    key: ForkedRegex,
    /// The start of a text that stands without quotes.
    plain: ForkedRegex,
    quotes: Vec<(char, char)>,
    boundary: Boundary,
}

/// What stands before a key and after a value.
#[derive(Clone, Copy)]
enum Boundary {
    /// Blanks, commas, semicolons and brackets.
    Usual,
    /// These two characters.
    Of(char, char),
}

impl KeyValue {
    /// The fields that the arguments of a filter describe.
    pub(super) fn of(term: &Term) -> Result<Self, String> {
        let misused = || {
            term.misused(
                "a separator, characters, quotes and a delimiter, as in `keyvalue(\"=\", \"/:\", \
                 \"<>\", \",\")`",
            )
        };
        let texts: Option<Vec<&str>> = term.arguments.iter().map(Argument::as_text).collect();
        let texts = texts.ok_or_else(misused)?;
        let text = |position: usize| texts.get(position).copied();
        let separator = text(0).unwrap_or("=");
        let allowed = text(1).unwrap_or_default();
        let quotes = match Signs::of(text(2).unwrap_or_default()) {
            Signs::None => vec![('"', '"'), ('\'', '\''), ('<', '>')],
            Signs::Two(open, close) => vec![(open, close)],
            Signs::One(_) | Signs::More => return Err(misused()),
        };
        let boundary = match text(3).map(|text| (text, Signs::of(text))) {
            None => Boundary::Usual,
            Some((r"\n", _)) => Boundary::Of('\n', '\n'),
            Some((r"\r", _)) => Boundary::Of('\r', '\r'),
            Some((r"\t", _)) => Boundary::Of('\t', '\t'),
            Some((_, Signs::One(sign))) => Boundary::Of(sign, sign),
            Some((_, Signs::Two(before, after))) => Boundary::Of(before, after),
            Some((_, Signs::None | Signs::More)) => return Err(misused()),
        };
        let sign = format!(r"[\w.\-@{allowed}]+");
        let escape = |sign: char| regex::escape(&sign.to_string());
        let quoted = quotes
            .iter()
            .map(|(open, close)| format!("{}({sign}){}|", escape(*open), escape(*close)));
        let quoted: String = quoted.collect();
        let compile = |source: String| match Regex::new(&source) {
            Ok(regex) => Ok(ForkedRegex::new(&regex)),
            Err(_) => Err(misused()),
        };
        Ok(Self {
            key: compile(format!(r"\A(?:{quoted}({sign}))(?:{separator})"))?,
            plain: compile(format!(r"\A{sign}"))?,
            quotes,
            boundary,
        })
    }

    /// The fields of a text; the values of a key that comes more than once are an array.
    pub(super) fn read(&self, text: &Text) -> Object {
        let source = text.as_str().unwrap_or_default();
        let mut scanner = FieldScanner {
            notation: self,
            text,
            source,
            looks: 0,
            quotes: vec![None; self.quotes.len()],
        };
        let mut fields = Object::new();
        let mut start = Some(0);
        while let Some(at) = start
            && scanner.looks <= LOOKS + source.len()
        {
            let mut end = at;
            if let Some((key, value, after)) = scanner.field(at) {
                if !value.is_null() {
                    let before = fields.take(key).unwrap_or_default();
                    fields.insert(Key::from(key), both(before, value));
                }
                end = after;
            }
            start = scanner.next(end);
        }
        fields
    }
}

/// The characters of an argument that takes one or two.
enum Signs {
    None,
    One(char),
    Two(char, char),
    More,
}

impl Signs {
    fn of(text: &str) -> Self {
        let mut signs = text.chars();
        match (signs.next(), signs.next(), signs.next()) {
            (None, ..) => Self::None,
            (Some(sign), None, _) => Self::One(sign),
            (Some(first), Some(second), None) => Self::Two(first, second),
            _ => Self::More,
        }
    }
}

impl Boundary {
    fn before(self, sign: char) -> bool {
        match self {
            Self::Usual => sign.is_whitespace() || matches!(sign, ',' | ';' | '(' | '[' | '{'),
            Self::Of(before, _) => sign == before,
        }
    }

    fn after(self, sign: char) -> bool {
        match self {
            Self::Usual => sign.is_whitespace() || matches!(sign, ',' | ';' | ')' | ']' | '}'),
            Self::Of(_, after) => sign == after,
        }
    }
}

struct FieldScanner<'a> {
    notation: &'a KeyValue,
    text: &'a Text,
    source: &'a str,
    looks: usize,
    /// Where each kind of quotes closes next.
    quotes: Vec<Option<usize>>,
}

impl<'a> FieldScanner<'a> {
    /// The place after the next boundary at or after `at`.
    fn next(&self, at: usize) -> Option<usize> {
        let rest = &self.source[at..];
        let found = rest.char_indices().find(|(_, sign)| self.notation.boundary.before(*sign));
        found.map(|(offset, sign)| at + offset + sign.len_utf8())
    }

    /// The field at `at`, with the place after it.
    fn field(&mut self, at: usize) -> Option<(&'a str, Value, usize)> {
        let source = self.source;
        let found = self.notation.key.captures(&source[at..]);
        let Some(found) = found else {
            self.looks += self.plain(at);
            return None;
        };
        let length = found.get(0)?.len();
        self.looks += length;
        let key = found.iter().skip(1).flatten().next()?;
        let key = &source[at + key.start()..at + key.end()];
        let (value, end) = self.value(at + length)?;
        Some((key, value, end))
    }

    fn value(&mut self, at: usize) -> Option<(Value, usize)> {
        if let Some((start, end, after)) = self.quoted(at)
            && self.ends(after)
        {
            let value = self.text.share(&self.source[start..end]);
            return Some((if value.is_empty() { Value::Null } else { value.into() }, after));
        }
        let length = self.plain(at);
        self.looks += length;
        let value = &self.source[at..at + length];
        // A boundary may be one of the characters that a value is made of.
        let ends = value.char_indices().map(|(offset, sign)| at + offset + sign.len_utf8());
        let end = ends.rev().find(|end| self.ends(*end))?;
        Some((scalar(self.text.share(&self.source[at..end])), end))
    }

    /// What stands in quotes at `at`, and the place after them.
    fn quoted(&mut self, at: usize) -> Option<(usize, usize, usize)> {
        let sign = self.source[at..].chars().next()?;
        let index = self.notation.quotes.iter().position(|(open, _)| *open == sign)?;
        let close = self.notation.quotes[index].1;
        let start = at + sign.len_utf8();
        let end = match self.quotes[index] {
            Some(end) if start <= end => end,
            _ => {
                let found = self.source[start..].find(close);
                found.map_or(self.source.len(), |offset| start + offset)
            }
        };
        self.quotes[index] = Some(end);
        (end < self.source.len()).then(|| (start, end, end + close.len_utf8()))
    }

    /// How many bytes stand at `at` that need no quotes.
    fn plain(&self, at: usize) -> usize {
        self.notation.plain.find(&self.source[at..]).map_or(0, |found| found.len())
    }

    fn ends(&self, at: usize) -> bool {
        self.source[at..].chars().next().is_none_or(|sign| self.notation.boundary.after(sign))
    }
}

/// The value that a text without quotes says.
fn scalar(text: Text) -> Value {
    match text.as_str().unwrap_or_default() {
        "null" => Value::Null,
        "true" => Value::Boolean(true),
        "false" => Value::Boolean(false),
        source => match source.parse::<i64>() {
            Ok(number) => Value::Integer(number),
            Err(_) if source.contains(|c: char| c.is_ascii_digit()) => match source.parse() {
                Ok(number) => number_value(number),
                Err(_) => text.into(),
            },
            Err(_) => text.into(),
        },
    }
}
