//! The cursor of the query parser: what is left to parse, and how blanks and operators are passed.

use super::lexer::Word;

/// A query, and how far it was read.
pub(super) struct Cursor<'a> {
    source: &'a str,
    /// What is left of it.
    pub(super) rest: &'a str,
    /// How many parentheses are open.
    pub(super) depth: usize,
}

impl<'a> Cursor<'a> {
    /// The start of a query.
    pub(super) fn new(source: &'a str) -> Self {
        Self { source, rest: source, depth: 0 }
    }

    /// Passes an operator.
    pub(super) fn operator(&mut self, name: &str, sign: &str) -> bool {
        self.blanks();
        let rest = self.keyword(name).or_else(|| self.rest.strip_prefix(sign));
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    /// What is left after a word of the syntax, where it stands next.
    pub(super) fn keyword(&self, name: &str) -> Option<&'a str> {
        keyword(self.rest, name)
    }

    pub(super) fn blanks(&mut self) {
        self.rest = self.rest.trim_start();
    }

    pub(super) fn skip(&mut self, length: usize) {
        self.rest = &self.rest[length..];
    }

    pub(super) fn expected(&self, what: &str) -> String {
        let at = self.source.len() - self.rest.len();
        let found: String = self.rest.chars().take(12).collect();
        let column = self.source[..at].chars().count() + 1;
        if found.is_empty() {
            format!("expected {what} at character {column} of the query, found its end")
        } else {
            format!("expected {what} at character {column} of the query, found `{found}`")
        }
    }
}

/// What is left after a word of the syntax, which is a word of its own.
fn keyword<'a>(source: &'a str, name: &str) -> Option<&'a str> {
    let rest = source.strip_prefix(name)?;
    let goes_on = Word::read(rest, false).is_some() || rest.starts_with(':');
    (!goes_on).then_some(rest)
}

/// Whether an operator stands next.
pub(super) fn is_operator(source: &str) -> bool {
    ["AND", "OR", "NOT"].into_iter().any(|name| keyword(source, name).is_some())
        || source.starts_with("&&")
        || source.starts_with("||")
}
