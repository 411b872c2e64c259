//! The lexer: cuts a text into tokens, whether or not they make a program.
//!
//! The grammar has rules of its own for tokens. This lexer serves what must look at a text that does not
//! parse: the scan before parsing, the messages for errors, error recovery, and tools.

use vrlet_diagnostic::Span;

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

    /// The bracket that closes this one.
    pub(crate) fn closing(&self) -> &'static str {
        match self.text {
            "(" => ")",
            "[" => "]",
            _ => "}",
        }
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

    /// Whether the last thing that was passed is a comment without an end of line.
    pub(crate) fn ends_in_comment(&self) -> bool {
        self.in_comment
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
