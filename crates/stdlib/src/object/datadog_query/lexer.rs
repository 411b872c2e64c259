//! The lexer of queries: words, phrases, wildcards, numbers.

use std::borrow::Cow;

/// What can't stand in a word unless a backslash stands before it.
const SPECIAL: &[char] =
    &['>', '<', '!', '^', '~', '(', ')', '{', '}', '[', ']', '"', ':', '*', '\\'];

/// What can't start a word.
const NO_START: &[char] = &['+', '-', '='];

/// A word, as it was written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Word {
    /// Its characters without escapes, cut where a `*` stands for any characters.
    pub(super) parts: Vec<String>,
    /// How long it is in the query.
    pub(super) length: usize,
}

impl Word {
    /// The word at the start of a text; `signed` ones may start with `-`.
    pub(super) fn read(source: &str, signed: bool) -> Option<Self> {
        let start = source.chars().next()?;
        if NO_START.contains(&start) && !(signed && start == '-') {
            return None;
        }
        let mut parts = vec![String::new()];
        let mut characters = source.chars();
        let mut length = 0;
        while let Some(sign) = characters.next() {
            match sign {
                '*' => parts.push(String::new()),
                '\\' => {
                    let Some(escaped) = characters.next() else { break };
                    parts.last_mut()?.push(escaped);
                }
                sign if sign.is_whitespace() || SPECIAL.contains(&sign) => break,
                sign => parts.last_mut()?.push(sign),
            }
            length = source.len() - characters.as_str().len();
        }
        (length > 0).then_some(Self { parts, length })
    }

    /// The text, if it has no wildcards.
    pub(super) fn plain(&self) -> Option<&str> {
        match self.parts.as_slice() {
            [only] => Some(only),
            _ => None,
        }
    }

    /// Whether it is nothing but wildcards.
    pub(super) fn is_star(&self) -> bool {
        self.parts.len() > 1 && self.parts.iter().all(String::is_empty)
    }

    /// The text with its wildcards.
    pub(super) fn text(&self) -> Cow<'_, str> {
        self.plain().map_or_else(|| self.parts.join("*").into(), Cow::Borrowed)
    }
}

/// The text in double quotes at the start of a text, and its length there.
pub(super) fn phrase(source: &str) -> Option<(String, usize)> {
    let mut characters = source.strip_prefix('"')?.chars();
    let mut text = String::new();
    loop {
        match characters.next()? {
            '"' => return Some((text, source.len() - characters.as_str().len())),
            '\\' => text.push(characters.next()?),
            other => text.push(other),
        }
    }
}
