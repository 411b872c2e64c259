//! The tokens around the place of an error: from them come its message and what to type instead.

use vrlet_diagnostic::Span;

use crate::error::closing;
use crate::scan::{Kind, Token, Tokens, is_word};

/// What stands around the place of an error.
pub(crate) struct Surroundings<'source> {
    source: &'source str,
    /// Where the broken expression begins.
    pub(crate) start: usize,
    /// The token before the error.
    pub(crate) before: Option<Token<'source>>,
    /// The token before the error that is no newline.
    pub(crate) last: Option<Token<'source>>,
    /// The token at the error; none at the end of the text.
    pub(crate) token: Option<Token<'source>>,
    /// The brackets of the expression that are open there.
    pub(crate) open: Vec<Token<'source>>,
    /// The bracket that the token before the error closes.
    closed: Option<Token<'source>>,
    /// Whether the innermost bracket, or the expression, begins with `if`.
    pub(crate) in_condition: bool,
}

impl<'source> Surroundings<'source> {
    /// Looks at the tokens from the start of the broken expression to the error.
    pub(crate) fn new(source: &'source str, start: usize, position: usize) -> Self {
        let token = Tokens::new(source, position).next();
        let mut around = Self {
            source,
            start,
            before: None,
            last: None,
            token,
            open: Vec::new(),
            closed: None,
            in_condition: false,
        };
        let end = token.map_or(source.len(), |token| token.start);
        for token in Tokens::new(source, start).take_while(|token| token.start < end) {
            around.closed = None;
            match token.kind {
                Kind::Open => {
                    around.in_condition &= token.text == "(";
                    around.open.push(token);
                }
                Kind::Close => around.closed = around.open.pop(),
                Kind::Word => around.in_condition |= token.text == "if",
                Kind::Newline | Kind::Semicolon => around.in_condition = false,
                Kind::Number | Kind::String | Kind::Quoted | Kind::Operator | Kind::Other => {}
            }
            around.before = Some(token);
            if token.kind != Kind::Newline {
                around.last = Some(token);
            }
        }
        around
    }

    /// The block that ends where a path begins, which must not have one.
    pub(crate) fn block_before_path(&self) -> Option<Span> {
        let (before, token) = (self.before?, self.token?);
        let path = matches!(token.text, "." | "[") && token.start == before.end();
        let block = before.text == "}" && path;
        self.closed.filter(|_| block).map(|open| open.span().to(before.span()))
    }

    /// Whether the token touches the one before it.
    pub(crate) fn touches(&self, token: &Token<'_>) -> bool {
        self.before.is_some_and(|before| before.end() == token.start)
    }

    /// The bracket of an earlier, broken expression that the token closes.
    pub(crate) fn opener_above(&self) -> Option<Span> {
        let token = self.token.filter(|token| token.kind == Kind::Close && self.open.is_empty())?;
        let mut open = Vec::new();
        for token in Tokens::new(self.source, 0).take_while(|token| token.start < self.start) {
            match token.kind {
                Kind::Open => open.push(token),
                Kind::Close => drop(open.pop()),
                Kind::Word | Kind::Number | Kind::String | Kind::Quoted | Kind::Newline => {}
                Kind::Semicolon | Kind::Operator | Kind::Other => {}
            }
        }
        open.pop().filter(|open| closing(open.text) == token.text).map(|open| open.span())
    }

    /// Whether the innermost bracket holds parts with commas between them.
    pub(crate) fn in_list(&self) -> bool {
        self.open.last().is_some_and(|open| match open.text {
            "[" => true,
            "(" => self.source[..open.start].ends_with(|c| is_word(c) || c == '!'),
            _ => {
                let mut inner = Tokens::new(self.source, open.end())
                    .filter(|token| token.kind != Kind::Newline);
                let key = inner.next().is_some_and(|token| token.kind == Kind::String);
                key && inner.next().is_some_and(|token| token.text == ":")
            }
        })
    }

    /// Whether the token is the first of its line.
    pub(crate) fn follows_newline(&self) -> bool {
        self.before.is_some_and(|before| before.kind == Kind::Newline)
    }

    /// Whether nothing stands before the broken expression.
    pub(crate) fn is_first(&self) -> bool {
        let first = Tokens::new(self.source, 0).find(|token| token.kind != Kind::Newline);
        first.is_none_or(|first| first.start >= self.start)
    }

    /// The text of the token before, or nothing.
    pub(crate) fn before(&self) -> &'source str {
        self.before.map_or("", |token| token.text)
    }

    /// Whether the token before is text at the start of braces, where a key would stand.
    pub(crate) fn is_key(&self) -> bool {
        match (self.open.last(), self.before) {
            (Some(open), Some(before)) if open.text == "{" && before.kind == Kind::String => {
                self.source[open.end()..before.start].trim().is_empty()
            }
            _ => false,
        }
    }

    /// What follows the token.
    pub(crate) fn behind(&self, token: &Token<'_>) -> &'source str {
        &self.source[token.end()..]
    }
}
