//! Reading texts that hold several values: one after the other, or as items of arrays.

use std::ops::Range;

use super::JsonReader;
use super::container::Builder;
use super::lexer::{Lexer, Origin};
use crate::json::error::{JsonError, SyntaxError};
use crate::{Shape, Text, Value};

const NOT_UTF8: &str = "the bytes here are not UTF-8";

/// The end of a text that can't be read, after values that can.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Unread {
    /// Where it begins.
    pub range: Range<usize>,
    /// Why; its place counts from the start of the part that was to be read.
    pub error: JsonError,
}

impl JsonReader {
    /// Reads a part of a text that holds any number of values and hands each on with its place in the
    /// text: the values at the top, and of an array at the top its items.
    ///
    /// # Errors
    /// From the first value on that can't be read; those before it were handed on.
    pub fn read_each(
        &mut self,
        source: &Text,
        part: Range<usize>,
        mut each: impl FnMut(Range<usize>, Value),
    ) -> Result<(), Unread> {
        let Range { start, end } = part;
        let each = |range: Range<usize>, value| each(start + range.start..start + range.end, value);
        if let Some(text) = source.as_str().and_then(|text| text.get(part)) {
            let origin = Origin::Shared { text: source, start };
            return self.run_each(text, origin, each).map_err(|(at, error)| Unread {
                range: start + at..end,
                error: JsonError::new(&error, text),
            });
        }
        let bytes = source.as_bytes().get(start..end).unwrap_or_default();
        let valid = match std::str::from_utf8(bytes) {
            Ok(text) => text,
            Err(error) => std::str::from_utf8(&bytes[..error.valid_up_to()]).unwrap_or_default(),
        };
        let result = self.run_each(valid, Origin::Foreign { copy: None }, each);
        let is_cut = valid.len() < bytes.len();
        let not_utf8 = || SyntaxError::refused(NOT_UTF8, valid.len());
        let (at, error) = match result {
            Ok(()) if is_cut => (valid.len(), not_utf8()),
            Err((at, error)) if is_cut && error.offset >= valid.len() => (at, not_utf8()),
            Ok(()) => return Ok(()),
            Err(known) => known,
        };
        Err(Unread { range: start + at..end, error: JsonError::new(&error, valid) })
    }

    fn run_each(
        &mut self,
        source: &str,
        origin: Origin<'_>,
        each: impl FnMut(Range<usize>, Value),
    ) -> Result<(), (usize, Box<SyntaxError>)> {
        let lexer = Lexer::new(source, origin, self.mode);
        let mut builder = Builder::new(lexer, Shape::root(), std::mem::take(&mut self.pending));
        let result = builder.run_each(each);
        self.replaced += builder.replaced();
        self.pending = builder.into_pending();
        result
    }
}
