//! A look at the tokens of a text, without regard to grammar: to find what spoils the whole text,
//! the place where parsing goes on after an error, and the words for that error.

use vrlet_diagnostic::{Diagnostic, Span};

use crate::error;
use crate::escape::{EscapeError, escape};
use crate::parse::MAX_BRACKETS;

/// What a token is.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub(crate) enum Kind {
    /// A name, a keyword, a field.
    Word,
    /// `1`, `1.5`
    Number,
    /// `"text"`
    String,
    /// `s'text'`, `r'pattern'`, `t'time'`
    Quoted,
    /// The end of a line.
    Newline,
    /// `;`
    Semicolon,
    /// `(`, `[` or `{`
    Open,
    /// `)`, `]` or `}`
    Close,
    /// A run of operator characters.
    Operator,
    /// Any other character.
    Other,
}

/// A token and where it stands.
#[derive(Copy, Clone, Debug)]
pub(crate) struct Token<'source> {
    /// What it is.
    pub(crate) kind: Kind,
    /// Offset of its first byte.
    pub(crate) start: usize,
    /// Its text.
    pub(crate) text: &'source str,
}

impl Token<'_> {
    /// Offset after its last byte.
    pub(crate) fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// Its place.
    pub(crate) fn span(&self) -> Span {
        Span::new(self.start, self.end())
    }
}

/// Reads token after token; an open literal reaches to the end of the text.
#[derive(Clone, Debug)]
pub(crate) struct Lexer<'source> {
    source: &'source str,
    at: usize,
    in_comment: bool,
}

impl<'source> Lexer<'source> {
    /// The tokens of `source` from `at` on.
    pub(crate) fn new(source: &'source str, at: usize) -> Self {
        Self { source, at, in_comment: false }
    }

    /// Passes blanks and comments.
    fn skip(&mut self) {
        loop {
            let rest = &self.source[self.at..];
            let blank = rest.find(|c: char| c == '\n' || !c.is_whitespace());
            self.at += blank.unwrap_or(rest.len());
            if !self.source[self.at..].starts_with('#') {
                return;
            }
            let comment = &self.source[self.at..];
            let end = comment.find('\n');
            self.in_comment = end.is_none();
            self.at += end.unwrap_or(comment.len());
        }
    }
}

impl<'source> Iterator for Lexer<'source> {
    type Item = Token<'source>;

    fn next(&mut self) -> Option<Token<'source>> {
        self.skip();
        let rest = &self.source[self.at..];
        let first = rest.chars().next()?;
        let (kind, length) = match first {
            '\n' => (Kind::Newline, 1),
            ';' => (Kind::Semicolon, 1),
            '(' | '[' | '{' => (Kind::Open, 1),
            ')' | ']' | '}' => (Kind::Close, 1),
            '"' => (Kind::String, quoted(rest, '"', 1)),
            's' | 'r' | 't' if rest[1..].starts_with('\'') => (Kind::Quoted, quoted(rest, '\'', 2)),
            _ if is_operator(first) => {
                let end = rest.find(|c| !is_operator(c)).unwrap_or(rest.len());
                (Kind::Operator, end)
            }
            _ if is_word(first) => word_or_number(rest),
            _ => (Kind::Other, first.len_utf8()),
        };
        let token = Token { kind, start: self.at, text: &rest[..length] };
        self.at += length;
        Some(token)
    }
}

fn is_operator(character: char) -> bool {
    "!&*+-/<=>?|".contains(character)
}

/// Whether a character belongs to words.
pub(crate) fn is_word(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, '_' | '@')
}

/// The length of a literal whose content begins at `content`.
fn quoted(rest: &str, quote: char, content: usize) -> usize {
    let mut at = content;
    while let Some(found) = rest[at..].find([quote, '\\']) {
        at += found + 1;
        if rest[at - 1..].starts_with(quote) {
            return at;
        }
        at += rest[at..].chars().next().map_or(0, char::len_utf8);
    }
    rest.len()
}

fn word_or_number(rest: &str) -> (Kind, usize) {
    let end = rest.find(|c| !is_word(c)).unwrap_or(rest.len());
    if !is_integer(&rest[..end]) {
        return (Kind::Word, end);
    }
    let Some(fraction) = rest[end..].strip_prefix('.') else { return (Kind::Number, end) };
    let digits = fraction.find(|c: char| !c.is_ascii_digit() && c != '_');
    (Kind::Number, end + 1 + digits.unwrap_or(fraction.len()))
}

/// Whether a word is all digits, and hence a number.
fn is_integer(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
        && word.bytes().all(|byte| byte.is_ascii_digit() || byte == b'_')
}

/// The offset after the next newline or semicolon at or after `from`, where parsing goes on after
/// an error there; `start` is where the broken expression begins.
pub(crate) fn after_separator(source: &str, start: usize, from: usize) -> usize {
    Lexer::new(source, start)
        .filter(|token| matches!(token.kind, Kind::Newline | Kind::Semicolon))
        .find(|token| token.start >= from)
        .map_or(source.len(), |token| token.end())
}

/// Finds what spoils the whole text: a literal that can't be read, or brackets nested too deep for
/// the parser. Either is reported alone.
pub(crate) fn prescan(source: &str) -> Result<(), Diagnostic> {
    let mut tokens = Lexer::new(source, 0);
    let mut open = Vec::new();
    for token in tokens.by_ref() {
        match token.kind {
            Kind::String => check_string(&token)?,
            Kind::Quoted if !is_closed(&token, '\'', 2) => {
                return Err(error::unterminated_literal(token.start, token.text));
            }
            Kind::Number => check_number(source, &token)?,
            Kind::Open => {
                open.push(token);
                if open.len() > MAX_BRACKETS {
                    return Err(error::brackets_too_deep(token.span()));
                }
            }
            Kind::Close => {
                open.pop();
            }
            Kind::Quoted | Kind::Word | Kind::Newline => {}
            Kind::Semicolon | Kind::Operator | Kind::Other => {}
        }
    }
    match open.last() {
        Some(bracket) if tokens.in_comment => Err(error::end_in_comment(bracket)),
        Some(_) | None => Ok(()),
    }
}

/// Whether a literal ends with its closing quote.
fn is_closed(token: &Token<'_>, quote: char, content: usize) -> bool {
    let inner = &token.text[content.min(token.text.len())..];
    let Some(body) = inner.strip_suffix(quote) else { return false };
    let backslashes = body.len() - body.trim_end_matches('\\').len();
    backslashes % 2 == 0
}

fn check_string(token: &Token<'_>) -> Result<(), Diagnostic> {
    let mut at = 1;
    while let Some(found) = token.text[at..].find('\\') {
        at += found;
        let start = token.start + at;
        match escape(&token.text[at..]) {
            Ok((_, length)) => at += length,
            Err(EscapeError::Unknown(offset)) => match token.text[at + offset..].chars().next() {
                Some(character) => return Err(error::bad_escape(start, offset, character)),
                None => break,
            },
            Err(EscapeError::NoCharacter(length)) => {
                return Err(error::no_character(Span::new(start, start + length)));
            }
        }
    }
    if is_closed(token, '"', 1) { Ok(()) } else { Err(error::unterminated_string(token.start)) }
}

/// Refuses integers beyond 64 bits. The lowest integer has no positive counterpart, so its digits
/// pass after a minus; the builder refuses them where that minus turns out to be a subtraction.
fn check_number(source: &str, token: &Token<'_>) -> Result<(), Diagnostic> {
    if token.text.contains('.') {
        return Ok(());
    }
    let negative = source[..token.start].ends_with('-');
    let digits = token.text.replace('_', "");
    match digits.parse::<u64>() {
        Ok(number) if number <= i64::MAX.unsigned_abs() + u64::from(negative) => Ok(()),
        Ok(_) | Err(_) => {
            let start = token.start - usize::from(negative);
            Err(error::number_out_of_range(Span::new(start, token.end())))
        }
    }
}
