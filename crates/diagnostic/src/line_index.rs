//! The line index: byte offsets into a source as lines and columns.

use crate::span::char_boundary;

/// A place in a text as an editor shows it.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct LineColumn {
    /// The line, counted from 1.
    pub line: usize,
    /// The column, counted from 1 in characters.
    pub column: usize,
}

/// Where the lines of a source begin; built once, asked often.
#[derive(Clone, Debug)]
pub struct LineIndex<'source> {
    source: &'source str,
    starts: Vec<usize>,
}

impl<'source> LineIndex<'source> {
    /// Finds the lines of `source`.
    #[must_use]
    pub fn new(source: &'source str) -> Self {
        let after_newlines = source.match_indices('\n').map(|(offset, _)| offset + 1);
        Self { source, starts: std::iter::once(0).chain(after_newlines).collect() }
    }

    /// Line and column of a byte offset. An offset inside a character counts as that character's
    /// first byte, one beyond the end as the end.
    #[must_use]
    pub fn line_column(&self, offset: u32) -> LineColumn {
        let offset = char_boundary(self.source, offset as usize);
        let line = self.starts.partition_point(|&start| start <= offset);
        let start = line.checked_sub(1).and_then(|above| self.starts.get(above)).copied();
        let before = self.source.get(start.unwrap_or(0)..offset).unwrap_or("");
        LineColumn { line, column: before.chars().count() + 1 }
    }
}

#[cfg(test)]
mod tests {
    use super::{LineColumn, LineIndex};

    fn at(source: &str, offset: u32) -> (usize, usize) {
        let LineColumn { line, column } = LineIndex::new(source).line_column(offset);
        (line, column)
    }

    #[test]
    fn lines_and_columns_count_from_one() {
        assert_eq!(at("", 0), (1, 1));
        assert_eq!(at("ab\ncd", 0), (1, 1));
        assert_eq!(at("ab\ncd", 2), (1, 3));
        assert_eq!(at("ab\ncd", 3), (2, 1));
        assert_eq!(at("ab\ncd\n", 6), (3, 1));
    }

    #[test]
    fn columns_count_characters() {
        assert_eq!(at("äö x", 5), (1, 4));
        assert_eq!(at("äö x", 3), (1, 2), "inside of a character");
        assert_eq!(at("äö x", u32::MAX), (1, 5), "beyond the end");
    }
}
