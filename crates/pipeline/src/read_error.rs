//! `ReadError`: an input that failed in the middle, with the line it got to.

use std::fmt;
use std::io;
use std::sync::Arc;

/// Why an input can't be read any further.
#[derive(Debug)]
pub struct ReadError {
    /// The name of the input.
    pub source: Arc<str>,
    /// The line at which it breaks off, where that is known.
    pub line: Option<u64>,
    /// The cause.
    pub error: io::Error,
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { source, line, error } = self;
        match line {
            Some(line) => write!(f, "{source}:{line}: {error}"),
            None => write!(f, "{source}: {error}"),
        }
    }
}

impl std::error::Error for ReadError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.error)
    }
}
