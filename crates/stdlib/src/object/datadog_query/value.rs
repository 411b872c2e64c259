//! The parser of a field's value in a query: terms, phrases, comparisons, ranges.

use super::condition::{Bound, Comparison, Edge};
use super::cursor::Cursor;
use super::field::Wanted;
use super::lexer::{Word, phrase};

impl Cursor<'_> {
    /// A phrase, word, comparison or range.
    pub(super) fn value(&mut self) -> Result<Wanted, String> {
        if self.rest.starts_with(['[', '{']) {
            return self.range();
        }
        if let Some((text, length)) = phrase(self.rest) {
            self.skip(length);
            return Ok(Wanted::Phrase(text));
        }
        let comparisons = [
            (">=", Comparison::GreaterOrEqual),
            ("<=", Comparison::LessOrEqual),
            (">", Comparison::Greater),
            ("<", Comparison::Less),
        ];
        let comparison = comparisons.into_iter().find(|(sign, _)| self.rest.starts_with(sign));
        let signed = comparison.is_some();
        if let Some((sign, _)) = comparison {
            self.skip(sign.len());
        }
        let Some(word) = Word::read(self.rest, signed) else {
            return Err(self.expected("a word, a phrase in double quotes, a comparison or a range"));
        };
        self.skip(word.length);
        Ok(match comparison {
            Some((_, comparison)) => Wanted::Compared(comparison, word),
            None => Wanted::Word(word),
        })
    }

    /// `[1 TO 5]` with its bounds, `{1 TO 5}` without.
    fn range(&mut self) -> Result<Wanted, String> {
        let from = match self.rest.starts_with('[') {
            true => Comparison::GreaterOrEqual,
            false => Comparison::Greater,
        };
        self.skip(1);
        let lower = self.bound()?;
        let Some(rest) = self.keyword("TO") else { return Err(self.expected("`TO`")) };
        self.rest = rest;
        let upper = self.bound()?;
        let to = match self.rest.chars().next() {
            Some(']') => Comparison::LessOrEqual,
            Some('}') => Comparison::Less,
            _ => return Err(self.expected("`]` or `}`")),
        };
        self.skip(1);
        let edge = |comparison, bound: Option<Bound>| -> Edge { Some((comparison, bound?)) };
        Ok(Wanted::Range(edge(from, lower), edge(to, upper)))
    }

    /// A bound; nothing for `*`.
    fn bound(&mut self) -> Result<Option<Bound>, String> {
        self.blanks();
        let text = if let Some((text, length)) = phrase(self.rest) {
            self.skip(length);
            Some(text)
        } else if let Some(word) = Word::read(self.rest, true) {
            self.skip(word.length);
            Some(word.text().into_owned())
        } else {
            return Err(self.expected("a bound of the range, or `*`"));
        };
        self.blanks();
        Ok(text.filter(|text| text != "*").map(Bound::new))
    }
}
