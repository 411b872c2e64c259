//! The lexer of the JSON reader: whitespace, punctuation, words and strings.

use crate::json::error::{ReadResult, SyntaxError};
use crate::json::read::ReadMode;
use crate::json::read::string::{Unescaped, unescape};
use crate::json::scan::find_escape;
use crate::{Key, Text};

/// Where long strings are cut from.
pub(super) enum Origin<'a> {
    /// A buffer that can be shared; the source starts there at `start`.
    Shared { text: &'a Text, start: usize },
    /// A buffer of somebody else, and its copy once that was needed.
    Foreign { copy: Option<Text> },
}

/// A place in a source, and how to read what stands there.
pub(super) struct Lexer<'a> {
    pub(super) source: &'a str,
    pub(super) bytes: &'a [u8],
    pub(super) at: usize,
    pub(super) mode: ReadMode,
    /// How many halves of surrogate pairs were replaced.
    pub(super) replaced: u64,
    origin: Origin<'a>,
}

impl<'a> Lexer<'a> {
    pub(super) fn new(source: &'a str, origin: Origin<'a>, mode: ReadMode) -> Self {
        Self { source, bytes: source.as_bytes(), at: 0, mode, replaced: 0, origin }
    }

    /// The next byte that is not whitespace, which is not consumed.
    #[inline]
    pub(super) fn peek(&mut self) -> Option<u8> {
        loop {
            match self.bytes.get(self.at) {
                Some(b' ' | b'\n' | b'\r' | b'\t') => self.at += 1,
                other => return other.copied(),
            }
        }
    }

    /// What is left, from the current place on.
    #[inline]
    pub(super) fn rest(&self) -> &'a [u8] {
        &self.bytes[self.at.min(self.bytes.len())..]
    }

    /// Passes a word such as `null`.
    #[inline(always)]
    pub(super) fn word(&mut self, word: &'static str) -> ReadResult<()> {
        if self.rest().starts_with(word.as_bytes()) {
            self.at += word.len();
            return Ok(());
        }
        Err(self.broken(word))
    }

    #[cold]
    fn broken(&self, word: &str) -> Box<SyntaxError> {
        let same = self.rest().iter().zip(word.as_bytes()).take_while(|(a, b)| a == b).count();
        let expected = match word {
            "null" => "the rest of `null`",
            "true" => "the rest of `true`",
            _ => "the rest of `false`",
        };
        SyntaxError::expected(expected, self.at + same)
    }

    /// A string, written into a value's text; the current byte is its quote.
    #[inline(always)]
    pub(super) fn text(&mut self, text: &mut Text) -> ReadResult<()> {
        let start = self.at + 1;
        let end = find_escape(self.bytes, start);
        if self.bytes.get(end) != Some(&b'"') {
            *text = self.unescaped(start, end).map(Text::from)?;
            return Ok(());
        }
        self.at = end + 1;
        if !text.set_short_plain(self.source, start..end) {
            *text = self.share(start, end).into_plain();
        }
        Ok(())
    }

    /// A field's name; the current byte is its quote.
    pub(super) fn key(&mut self) -> ReadResult<Key> {
        let start = self.at + 1;
        let end = find_escape(self.bytes, start);
        if self.bytes.get(end) != Some(&b'"') {
            return self.unescaped(start, end).map(Key::from);
        }
        self.at = end + 1;
        Ok(Key::from(&self.source[start..end]))
    }

    #[cold]
    fn unescaped(&mut self, start: usize, clean: usize) -> ReadResult<String> {
        let Unescaped { text, end, replaced } = unescape(self.source, start, clean, self.mode)?;
        self.at = end;
        self.replaced += replaced;
        Ok(text)
    }

    #[inline]
    fn share(&mut self, from: usize, to: usize) -> Text {
        match &mut self.origin {
            Origin::Shared { text, start } => text.slice(*start + from..*start + to),
            Origin::Foreign { copy } => {
                copy.get_or_insert_with(|| Text::from(self.source)).slice(from..to)
            }
        }
    }
}
