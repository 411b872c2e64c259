//! The parser of `key=value` text, as logfmt and many of its relatives have it.
//!
//! A line is read once from left to right. What was learned about the bytes ahead (where the next
//! separator stands, where a quote closes) is kept until the parser has passed it, so that no line
//! costs more than its length.

use std::borrow::Cow;
use std::ops::Range;

use memchr::memchr2;
use memchr::memmem::Finder;
use vrlet_function::prelude::*;

use super::shape_cache::{ObjectBuilder, ShapeCache};
use super::unescape::unescape;
use crate::mismatch::found;
use crate::text::to_utf8;

/// How fields are written.
#[derive(Clone)]
pub(super) struct Notation {
    /// Between a key and its value.
    pub(super) equals: Separator,
    /// Between fields.
    pub(super) between: Separator,
    /// Whether blanks before a value count.
    pub(super) strict: bool,
    /// Whether a key may stand alone.
    pub(super) standalone: bool,
    /// Whether a value is empty where a blank and another pair follow its sign, as logfmt has it.
    pub(super) empty_before_pair: bool,
}

/// A separator, ready to be searched for.
#[derive(Clone)]
pub(super) struct Separator {
    text: Text,
    finder: Finder<'static>,
}

impl Separator {
    pub(super) fn new(text: Text) -> Self {
        let text = to_utf8(text);
        Self { finder: Finder::new(text.as_bytes()).into_owned(), text }
    }

    /// Becomes another one, if `text` is.
    pub(super) fn update(&mut self, text: Text) {
        if text != self.text {
            *self = Self::new(text);
        }
    }

    /// Where it stands at or after `at`; the end of the source where it does not.
    fn find(&self, source: &str, at: usize) -> usize {
        let place = self.finder.find(&source.as_bytes()[at..]);
        place.map_or(source.len(), |place| at + place)
    }

    /// Whether it is a single blank.
    fn is_blank(&self) -> bool {
        self.text.as_bytes() == b" "
    }

    /// Whether it stands in a text, after something else.
    fn is_within(&self, text: &str) -> bool {
        self.finder.find(text.as_bytes()).is_some_and(|place| place > 0)
    }

    /// The place after it, where it stands at `at`.
    fn pass(&self, source: &str, at: usize) -> Option<usize> {
        source.as_bytes()[at..].starts_with(self.text.as_bytes()).then(|| at + self.text.len())
    }
}

impl Notation {
    /// That of logfmt.
    pub(super) fn logfmt() -> Self {
        Self {
            equals: Separator::new(Text::from_static("=")),
            between: Separator::new(Text::from_static(" ")),
            strict: false,
            standalone: true,
            empty_before_pair: true,
        }
    }

    /// The fields of a line.
    pub(super) fn read(&self, line: Text, shapes: &mut ShapeCache) -> Result<Value, Failure> {
        if self.equals.text.is_empty() || self.between.text.is_empty() {
            return Err(Failure::fixed("a delimiter has no characters"));
        }
        let line = to_utf8(line);
        let mut parser = LineParser {
            notation: self,
            line: &line,
            source: line.as_str().unwrap_or_default(),
            equals: Ahead::default(),
            between: Ahead::default(),
            quotes: [Ahead::default(); 2],
        };
        let mut object = shapes.start();
        parser.fields(&mut object)?;
        Ok(Value::Object(object.finish()))
    }
}

struct LineParser<'a> {
    notation: &'a Notation,
    line: &'a Text,
    source: &'a str,
    equals: Ahead,
    between: Ahead,
    /// Where a double and a single quote close.
    quotes: [Ahead; 2],
}

/// The first place of something, which holds for every start up to there.
#[derive(Clone, Copy, Default)]
struct Ahead(Option<usize>);

impl Ahead {
    #[inline]
    fn of(&mut self, at: usize, search: impl FnOnce() -> usize) -> usize {
        match self.0 {
            Some(place) if at <= place => place,
            _ => *self.0.insert(search()),
        }
    }
}

impl<'a> LineParser<'a> {
    fn fields(&mut self, object: &mut ObjectBuilder<'_>) -> Result<(), Failure> {
        let start = self.empty_fields(0);
        let mut end = self
            .field(start, object)
            .ok_or_else(|| self.no_field("the text does not start with a field", start))?;
        loop {
            let next = self.notation.between.pass(self.source, end);
            let next = next.map(|next| self.empty_fields(next));
            if self.source[next.unwrap_or(end)..].trim().is_empty() {
                return Ok(());
            }
            match next.and_then(|next| self.field(next, object)) {
                Some(next) => end = next,
                None => return Err(self.no_field("no further field can be read", end)),
            }
        }
    }

    /// The place after the separators at `at` that have nothing before them.
    fn empty_fields(&self, mut at: usize) -> usize {
        while let Some(next) = self.notation.between.pass(self.source, self.blanks(at)) {
            at = next;
        }
        at
    }

    fn no_field(&self, what: &'static str, at: usize) -> Failure {
        let line = self.line.clone();
        Failure::deferred(move || {
            format!("{what} {}", found(line.as_str().unwrap_or_default(), at))
        })
    }

    /// Reads a field; the place after it.
    fn field(&mut self, at: usize, object: &mut ObjectBuilder<'_>) -> Option<usize> {
        let Notation { equals, strict, standalone, .. } = self.notation;
        let (key, end) = self.key(self.blanks(at))?;
        let start = if *strict {
            equals.pass(self.source, end)
        } else {
            equals.pass(self.source, self.blanks(end)).map(|start| self.value_start(start))
        };
        let Some(start) = start else {
            // What stands between a quoted key and the next field is nothing.
            let end = self.next_field(end);
            return standalone.then(|| {
                object.add(&key, Value::Boolean(true), |_, _| {});
                end
            });
        };
        let (value, end) = self.value(start);
        object.add(&key, Value::Bytes(value), also);
        Some(end)
    }

    /// Where the value starts whose sign ends at `at`: after the blanks, as far as they separate nothing.
    fn value_start(&self, at: usize) -> usize {
        let Notation { equals, between, empty_before_pair, .. } = self.notation;
        let start = self.blanks(at);
        if start == at {
            return at;
        }
        if between.is_blank() {
            // A single blank is both, what surrounds a sign and what separates fields.
            let word = || &self.source[start..between.find(self.source, start)];
            return if *empty_before_pair && equals.is_within(word()) { at } else { start };
        }
        (at..start).find(|at| between.pass(self.source, *at).is_some()).unwrap_or(start)
    }

    /// The key at `at`, and the place after it.
    fn key(&mut self, at: usize) -> Option<(Cow<'a, str>, usize)> {
        let Notation { equals, between, standalone, .. } = self.notation;
        let source = self.source;
        if let Some((range, end)) = self.quoted(at)
            && (self.precedes(equals, end)
                || self.is_end(end)
                || *standalone && self.precedes(between, end))
        {
            return (!range.is_empty()).then(|| (unescape(&source[range], in_quotes), end));
        }
        let mut end = self.equals.of(at, || equals.find(source, at));
        if *standalone {
            let next = self.next_field(at);
            // Blanks around a key can hold separators, which do not end it.
            let key = source[at..end].trim_start();
            let start = end - key.len();
            let inside = if next < start { between.find(source, start) } else { next };
            if inside + between.text.len() <= start + key.trim_end().len() || key.is_empty() {
                end = next;
            }
        }
        let key = source[at..end].trim();
        (!key.is_empty()).then_some((Cow::Borrowed(key), end))
    }

    /// The value at `at`, and the place after it.
    fn value(&mut self, at: usize) -> (Text, usize) {
        if let Some((range, end)) = self.quoted(at)
            && (self.is_end(end) || self.precedes(&self.notation.between, end))
        {
            let text = match unescape(&self.source[range.clone()], in_quotes) {
                Cow::Borrowed(_) => self.line.slice(range),
                Cow::Owned(text) => Text::from(text),
            };
            return (text, self.next_field(end));
        }
        let end = self.next_field(at);
        let value = &self.source[at..end];
        let start = at + value.len() - value.trim_start().len();
        (self.line.slice(start..start + value.trim().len()), end)
    }

    /// What stands between the quotes that open at `at` and close, and the place after them.
    fn quoted(&mut self, at: usize) -> Option<(Range<usize>, usize)> {
        let bytes = self.source.as_bytes();
        let quote = *bytes.get(at).filter(|byte| matches!(byte, b'"' | b'\''))?;
        let start = at + 1;
        // Whatever opens inside of quotes that were searched before is escaped there, so it closes
        // where they do.
        let end =
            self.quotes[usize::from(quote == b'\'')].of(start, || closing(bytes, start, quote));
        (end < bytes.len()).then_some((start..end, end + 1))
    }

    /// Whether only blanks are left.
    fn is_end(&self, at: usize) -> bool {
        self.blanks(at) == self.source.len()
    }

    /// Whether a separator follows at `at`, but for spaces.
    fn precedes(&self, separator: &Separator, at: usize) -> bool {
        let pass = |at| separator.pass(self.source, at);
        pass(at).or_else(|| pass(self.spaces(at))).is_some()
    }

    /// The next separator of fields, or the end.
    fn next_field(&mut self, at: usize) -> usize {
        let (source, between) = (self.source, &self.notation.between);
        self.between.of(at, || between.find(source, at))
    }

    /// The place after the spaces at `at`.
    fn spaces(&self, at: usize) -> usize {
        let rest = &self.source.as_bytes()[at..];
        at + rest.iter().take_while(|byte| **byte == b' ').count()
    }

    /// The place after the spaces and tabs at `at`.
    fn blanks(&self, at: usize) -> usize {
        let rest = &self.source.as_bytes()[at..];
        at + rest.iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count()
    }
}

/// The quote that closes, or the end.
fn closing(bytes: &[u8], mut at: usize, quote: u8) -> usize {
    while let Some(found) = bytes.get(at..).and_then(|rest| memchr2(quote, b'\\', rest)) {
        if bytes[at + found] == quote {
            return at + found;
        }
        at += found + 2;
    }
    bytes.len()
}

/// A second value of a key makes a list of them.
fn also(before: &mut Value, value: Value) {
    *before = match std::mem::take(before) {
        Value::Array(mut values) => {
            values.push(value);
            values.into()
        }
        Value::Boolean(_) => value,
        before => vec![before, value].into(),
    };
}

/// What a backslash and a character mean in a quoted text.
fn in_quotes(character: char) -> Option<char> {
    match character {
        'n' => Some('\n'),
        '"' | '\\' => Some(character),
        _ => None,
    }
}
