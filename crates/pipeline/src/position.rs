//! Source positions: lines and columns within a chunk, and how they add up over the input.

use std::fmt;
use std::sync::Arc;

/// A line of an input, or a character in it.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct SourcePos {
    /// The name of the input.
    pub source: Arc<str>,
    /// The line, counted from 1; of an event that did not come as text, its number in its chunk.
    pub line: u64,
    /// The column, counted from 1 in characters; 0 for the line as a whole.
    pub column: u64,
}

impl fmt::Display for SourcePos {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { source, line, column } = self;
        match column {
            0 => write!(f, "{source}:{line}"),
            _ => write!(f, "{source}:{line}:{column}"),
        }
    }
}

/// How far into an input the chunks before this one went. Workers count from the start of their chunk,
/// so that nobody has to wait for the lines of others; the writer, which sees chunks in order, adds up.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Cursor {
    /// The current line, counted from 1.
    pub(crate) line: u64,
    /// How many characters of it there were.
    pub(crate) columns: u64,
}

/// How far a chunk goes.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) struct Extent {
    /// How many lines end in it.
    pub(crate) lines: u64,
    /// How many characters follow the last of these ends.
    pub(crate) columns: u64,
}

impl Cursor {
    /// The beginning of an input.
    pub(crate) const START: Self = Self { line: 1, columns: 0 };

    /// Goes past a chunk.
    pub(crate) fn advance(&mut self, Extent { lines, columns }: Extent) {
        match lines {
            0 => self.columns += columns,
            _ => *self = Self { line: self.line + lines, columns },
        }
    }

    /// Turns a position that counts from the start of a chunk, its lines from 0, into one of the input.
    pub(crate) fn locate(self, position: &mut SourcePos) {
        if position.line == 0 && position.column > 0 {
            position.column += self.columns;
        }
        position.line += self.line;
    }
}
