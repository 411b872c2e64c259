//! The JSON reader: from bytes to values.

mod container;
mod lexer;
mod number;
mod precision;
mod string;

use std::ops::Range;

use self::container::Builder;
use self::lexer::{Lexer, Origin};
pub use self::precision::Numbers;
use super::error::{JsonError, SyntaxError};
use crate::{Shape, Text, Value};

/// Reads texts one after the other and keeps its working memory between them.
#[derive(Debug, Default)]
pub struct JsonReader {
    numbers: Numbers,
    /// Finished values whose container is not finished yet.
    pending: Vec<Value>,
}

/// Reads a text that is one JSON value; strings too long to be inline share its buffer.
///
/// # Errors
/// Where the text is anything else, or has a whole number that no value holds exactly.
pub fn read(source: &Text) -> Result<Value, JsonError> {
    JsonReader::default().read(source)
}

/// [`read`] that says what becomes of big whole numbers.
///
/// # Errors
/// Where the text is not one JSON value.
pub fn read_with(source: &Text, numbers: Numbers) -> Result<Value, JsonError> {
    JsonReader::new(numbers).read(source)
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
    /// A reader that treats big whole numbers as told.
    #[must_use]
    pub fn new(numbers: Numbers) -> Self {
        Self { numbers, pending: Vec::new() }
    }

    /// How big whole numbers are read.
    #[must_use]
    pub fn numbers(&self) -> Numbers {
        self.numbers
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
        let lexer = Lexer::new(source, origin, self.numbers);
        let mut builder = Builder::new(lexer, Shape::root(), std::mem::take(&mut self.pending));
        let result = builder.run().map_err(|error| JsonError::new(&error, source));
        self.pending = builder.into_pending();
        result
    }
}
