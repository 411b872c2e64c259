//! `SinkError`: why a sink takes nothing more.

use std::error::Error;
use std::fmt;
use std::io;

/// Why a sink takes nothing more.
#[derive(Debug)]
pub enum SinkError {
    /// Nobody reads the output any more, and that is all right.
    Closed,
    /// A file or a stream can't be written to.
    Io {
        /// Which.
        name: String,
        /// Why.
        error: io::Error,
    },
    /// Something else.
    Other(Box<dyn Error + Send + Sync>),
}

impl fmt::Display for SinkError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Closed => f.write_str("nobody reads the output any more"),
            Self::Io { name, error } => write!(f, "{name}: {error}"),
            Self::Other(error) => error.fmt(f),
        }
    }
}

impl Error for SinkError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Closed => None,
            Self::Io { error, .. } => Some(error),
            Self::Other(error) => error.source(),
        }
    }
}
