//! The JSON reader: from bytes to values.

mod container;
mod decimal;
mod lexer;
mod mode;
mod number;
mod sequence;
mod string;

use std::ops::Range;

use self::container::Builder;
use self::lexer::{Lexer, Origin};
pub use self::mode::ReadMode;
pub use self::sequence::Unread;
use super::error::{JsonError, SyntaxError};
use crate::{Shape, Text, Value};

/// Reads texts one after the other and keeps its working memory between them.
#[derive(Debug, Default)]
pub struct JsonReader {
    mode: ReadMode,
    /// How many halves of surrogate pairs were replaced so far.
    replaced: u64,
    /// Finished values whose container is not finished yet.
    pending: Vec<Value>,
}

/// Reads a text that is one JSON value; strings too long to be inline share its buffer.
///
/// # Errors
/// Where the text is anything else.
pub fn read(source: &Text) -> Result<Value, JsonError> {
    JsonReader::default().read(source)
}

/// [`read`] that says what becomes of numbers and characters that values can't hold.
///
/// # Errors
/// Where the text is not one JSON value, or the mode refuses it.
pub fn read_with(source: &Text, mode: ReadMode) -> Result<Value, JsonError> {
    JsonReader::new(mode).read(source)
}

/// [`read`] for bytes that are not shared; they are copied once if there are strings too long to be
/// inline.
///
/// # Errors
/// As [`read`].
pub fn read_slice(source: &[u8]) -> Result<Value, JsonError> {
    JsonReader::default().read_slice(source)
}

impl JsonReader {
    /// A reader of a mode.
    #[must_use]
    pub fn new(mode: ReadMode) -> Self {
        Self { mode, ..Self::default() }
    }

    /// How numbers and characters that values can't hold are read.
    #[must_use]
    pub fn mode(&self) -> ReadMode {
        self.mode
    }

    /// How many halves of surrogate pairs became U+FFFD, in the values that were read so far.
    #[must_use]
    pub fn replaced(&self) -> u64 {
        self.replaced
    }

    /// Reads a text that is one JSON value.
    ///
    /// # Errors
    /// As [`read`].
    pub fn read(&mut self, source: &Text) -> Result<Value, JsonError> {
        self.read_part(source, 0..source.len())
    }

    /// Reads a part of a text, such as a line of a chunk of input, which is one JSON value; places in
    /// errors count from the start of the part.
    ///
    /// # Errors
    /// As [`read`], and where the range does not lie between characters of the text.
    pub fn read_part(&mut self, source: &Text, range: Range<usize>) -> Result<Value, JsonError> {
        let Some(text) = source.as_str() else {
            let part = source.as_bytes().get(range).unwrap_or_default();
            return self.read_slice(part);
        };
        let Some(part) = text.get(range.clone()) else {
            return Err(JsonError::new(
                &SyntaxError::refused("the part does not lie between characters of the text", 0),
                "",
            ));
        };
        self.run(part, Origin::Shared { text: source, start: range.start })
    }

    /// Reads bytes that are one JSON value.
    ///
    /// # Errors
    /// As [`read`].
    pub fn read_slice(&mut self, source: &[u8]) -> Result<Value, JsonError> {
        match std::str::from_utf8(source) {
            Ok(text) => self.run(text, Origin::Foreign { copy: None }),
            Err(error) => {
                let end = error.valid_up_to();
                let valid = std::str::from_utf8(&source[..end]).unwrap_or_default();
                Err(JsonError::new(
                    &SyntaxError::refused("the bytes here are not UTF-8", end),
                    valid,
                ))
            }
        }
    }

    fn run(&mut self, source: &str, origin: Origin<'_>) -> Result<Value, JsonError> {
        let lexer = Lexer::new(source, origin, self.mode);
        let mut builder = Builder::new(lexer, Shape::root(), std::mem::take(&mut self.pending));
        let result = builder.run().map_err(|error| JsonError::new(&error, source));
        self.replaced += if result.is_ok() { builder.replaced() } else { 0 };
        self.pending = builder.into_pending();
        result
    }
}
