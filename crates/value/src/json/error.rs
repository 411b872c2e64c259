//! Syntax errors of the JSON reader, with line and column.

use std::error::Error;
use std::fmt;

/// Why a text is not JSON that can be read, with the place in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JsonError {
    message: String,
    offset: usize,
    line: usize,
    column: usize,
}

/// What is read, or the error that stopped it.
pub(super) type ReadResult<T> = Result<T, Box<SyntaxError>>;

/// What went wrong at a byte, before anybody asks for words; boxed, since the success path pays for
/// the size of a failure.
#[derive(Clone, Copy, Debug)]
pub(super) struct SyntaxError {
    pub(super) problem: Problem,
    pub(super) offset: usize,
}

/// What can go wrong.
#[derive(Clone, Copy, Debug)]
pub(super) enum Problem {
    /// Something else was expected here: this.
    Expected(&'static str),
    /// Not allowed here, whatever was expected.
    Refused(&'static str),
}

impl SyntaxError {
    #[cold]
    pub(super) fn expected(what: &'static str, offset: usize) -> Box<Self> {
        Box::new(Self { problem: Problem::Expected(what), offset })
    }

    #[cold]
    pub(super) fn refused(why: &'static str, offset: usize) -> Box<Self> {
        Box::new(Self { problem: Problem::Refused(why), offset })
    }
}

impl JsonError {
    /// Puts an error in words; `source` is the text up to where it is UTF-8.
    #[cold]
    pub(super) fn new(error: &SyntaxError, source: &str) -> Self {
        let offset = source.floor_char_boundary(error.offset);
        let (before, rest) = source.split_at(offset);
        let message = match error.problem {
            Problem::Expected(what) => format!("expected {what}, found {}", found(rest)),
            Problem::Refused(why) => why.to_owned(),
        };
        let line_start = before.rfind('\n').map_or(0, |end| end + 1);
        Self {
            message,
            offset,
            line: before.matches('\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
        }
    }

    /// What is wrong, without the place.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }

    /// The index of the byte at which reading stopped.
    #[must_use]
    pub fn offset(&self) -> usize {
        self.offset
    }

    /// The line of the text, counted from 1.
    #[must_use]
    pub fn line(&self) -> usize {
        self.line
    }

    /// The character of the line, counted from 1.
    #[must_use]
    pub fn column(&self) -> usize {
        self.column
    }
}

fn found(rest: &str) -> String {
    match rest.chars().next() {
        None => "the end of the text".to_owned(),
        Some('`') => "a backtick".to_owned(),
        Some(char) if char.is_control() => {
            format!("the control character U+{:04X}", u32::from(char))
        }
        Some(char) => format!("`{char}`"),
    }
}

impl fmt::Display for JsonError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)?;
        match self.line {
            1 => write!(f, " at column {}", self.column),
            line => write!(f, " at line {line}, column {}", self.column),
        }
    }
}

impl Error for JsonError {}
