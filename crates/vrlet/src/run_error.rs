//! The error of a run: message, place in the source, and whether a limit stopped it.

use std::fmt;

use vrlet_diagnostic::{LineColumn, Span};

/// A failure that the program did not handle. The event may be changed in part;
/// [`Event::restore`](crate::Event::restore) brings back what it was before the run.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RunError {
    /// The cause.
    pub message: String,
    /// The expression that failed, in the program's source.
    pub span: Span,
    /// The line and column where that expression starts.
    pub position: LineColumn,
    /// Whether a limit of the host ended the run, rather than the program.
    pub stopped: bool,
}

impl fmt::Display for RunError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let LineColumn { line, column } = self.position;
        write!(f, "line {line}, column {column}: {}", self.message)
    }
}

impl std::error::Error for RunError {}
