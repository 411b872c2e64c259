//! `Document`: a text in an editor with its context, its tokens and its analysis.

use std::cell::OnceCell;
use std::ops::Range;

use vrlet::Analysis;
use vrlet::syntax::{TokenKind, tokens};

use crate::context::Context;

/// A text as it is now. It is looked at once, when something of it is asked for; for the next version of
/// the text there is another document.
pub struct Document {
    context: Context,
    text: String,
    analysis: OnceCell<Analysis>,
    tokens: OnceCell<Vec<(TokenKind, Range<usize>)>>,
}

impl Document {
    /// A text.
    #[must_use]
    pub fn new(context: Context, text: impl Into<String>) -> Self {
        let (analysis, tokens) = (OnceCell::new(), OnceCell::new());
        Self { context, text: text.into(), analysis, tokens }
    }

    /// What is known around the text.
    #[must_use]
    pub fn context(&self) -> &Context {
        &self.context
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What is known of the text: diagnostics, types, variables.
    #[must_use]
    pub fn analysis(&self) -> &Analysis {
        self.analysis.get_or_init(|| self.context.analyse(&self.text))
    }

    /// The text up to an offset, or up to the character that the offset is inside of.
    pub(crate) fn before(&self, offset: usize) -> &str {
        let mut end = offset.min(self.text.len());
        while !self.text.is_char_boundary(end) {
            end -= 1;
        }
        &self.text[..end]
    }

    /// The pieces of the text.
    pub(crate) fn tokens(&self) -> &[(TokenKind, Range<usize>)] {
        self.tokens.get_or_init(|| {
            let pieces = tokens(&self.text).into_iter();
            pieces.map(|(kind, span)| (kind, span.range())).collect()
        })
    }

    /// The piece at an offset, else the one that ends there: where the cursor stands after a word it is
    /// about the word.
    pub(crate) fn token_at(&self, offset: usize) -> Option<(TokenKind, Range<usize>)> {
        let after = self.tokens().partition_point(|(_, range)| range.start <= offset);
        let (kind, range) = self.tokens()[..after].last()?;
        let is_there = |range: &Range<usize>| range.contains(&offset) || range.end == offset;
        let is_word = |kind: &TokenKind| !matches!(kind, TokenKind::Bracket | TokenKind::Sign);
        let before = after.checked_sub(2).map(|index| &self.tokens()[index]);
        match before {
            // `x|.y`: the word before a sign.
            Some((word, of_word)) if of_word.end == offset && !is_word(kind) && is_word(word) => {
                Some((*word, of_word.clone()))
            }
            _ => is_there(range).then(|| (*kind, range.clone())),
        }
    }
}
