//! Syntax highlighting: the class of each token.

use std::ops::Range;

use vrlet::syntax::{TokenKind, tokens};

/// A piece of a text and what it is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Highlight {
    /// Where it stands.
    pub range: Range<usize>,
    /// What it is.
    pub kind: HighlightKind,
}

/// What a piece of a text is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum HighlightKind {
    /// `# …`
    Comment,
    /// `if`, `null` and the like.
    Keyword,
    /// The name in a call.
    Function,
    /// The name of an argument, before its colon.
    Argument,
    /// The name of a field in a path.
    Field,
    /// A variable.
    Variable,
    /// `1`, `1.5`
    Number,
    /// `"text"` and `s'text'`
    String,
    /// `r'pattern'`
    Regex,
    /// `t'2020-01-01T00:00:00Z'`
    Timestamp,
    /// A bracket of any kind.
    Bracket,
    /// Operators, dots, commas.
    Operator,
}

/// The pieces of a text, which need not parse; blanks are left out.
#[must_use]
pub fn highlight(text: &str) -> Vec<Highlight> {
    let pieces = tokens(text);
    let mut brackets = Vec::new();
    let mut highlights = Vec::with_capacity(pieces.len());
    for (index, (kind, span)) in pieces.iter().enumerate() {
        let piece = &text[span.range()];
        let next = pieces.get(index + 1).map(|(_, next)| &text[next.range()]);
        match (piece, index.checked_sub(1).and_then(|before| pieces.get(before))) {
            ("(", Some((before, sign))) => brackets.push(
                *before == TokenKind::Function
                    || &text[sign.range()] == "!" && sign.end == span.start,
            ),
            ("(" | "[" | "{", _) => brackets.push(false),
            (")" | "]" | "}", _) => {
                brackets.pop();
            }
            _ => {}
        }
        let is_argument = || next == Some(":") && brackets.last() == Some(&true);
        let kind = match kind {
            TokenKind::Comment => HighlightKind::Comment,
            TokenKind::Keyword => HighlightKind::Keyword,
            TokenKind::Function => HighlightKind::Function,
            TokenKind::Field => HighlightKind::Field,
            TokenKind::Name if is_argument() => HighlightKind::Argument,
            TokenKind::Name => HighlightKind::Variable,
            TokenKind::Number => HighlightKind::Number,
            TokenKind::String => HighlightKind::String,
            TokenKind::Quoted => match piece.as_bytes().first() {
                Some(b'r') => HighlightKind::Regex,
                Some(b't') => HighlightKind::Timestamp,
                _ => HighlightKind::String,
            },
            TokenKind::Bracket => HighlightKind::Bracket,
            TokenKind::Sign => HighlightKind::Operator,
        };
        highlights.push(Highlight { range: span.range(), kind });
    }
    highlights
}
