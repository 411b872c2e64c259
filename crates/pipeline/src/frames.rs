//! Framing: the events in the text of a chunk, one after the other, with their lines.

use std::ops::Range;
use std::slice;

use crate::chunk::Piece;
use crate::format::Format;
use crate::position::Extent;

const CUT: &str = "the input breaks off within this line";

/// The place of an event in the text of a chunk.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Frame {
    /// Its bytes.
    pub range: Range<usize>,
    /// How many lines end in the chunk before it.
    pub line: u64,
    /// Why it can't be an event, if it can't.
    pub fault: Option<&'static str>,
}

/// Goes over the events of a text; empty lines are none.
#[derive(Clone, Debug)]
pub struct Frames<'a> {
    bytes: &'a [u8],
    kind: Kind<'a>,
    /// Up to where lines were counted.
    at: usize,
    /// How many ended up to there.
    line: u64,
}

#[derive(Clone, Debug)]
enum Kind<'a> {
    Lines { format: Format, is_cut: bool },
    Pieces(slice::Iter<'a, Piece>),
}

impl<'a> Frames<'a> {
    /// The lines of a text; `is_cut` says that the input broke off within the last one.
    #[must_use]
    pub fn lines(bytes: &'a [u8], format: Format, is_cut: bool) -> Self {
        Self { bytes, kind: Kind::Lines { format, is_cut }, at: 0, line: 0 }
    }

    /// Pieces of a text, from the first to the last.
    #[must_use]
    pub fn pieces(bytes: &'a [u8], pieces: &'a [Piece]) -> Self {
        Self { bytes, kind: Kind::Pieces(pieces.iter()), at: 0, line: 0 }
    }

    /// How far the whole text goes, when all its frames were seen.
    pub(crate) fn extent(mut self) -> Extent {
        self.count_to(self.bytes.len());
        let end = memchr::memrchr(b'\n', self.bytes).map_or(0, |newline| newline + 1);
        Extent { lines: self.line, columns: characters(&self.bytes[end..]) }
    }

    fn count_to(&mut self, end: usize) {
        let counted = self.bytes.get(self.at..end).unwrap_or_default();
        self.line += memchr::memchr_iter(b'\n', counted).count() as u64;
        self.at = self.at.max(end);
    }
}

impl Iterator for Frames<'_> {
    type Item = Frame;

    #[inline]
    fn next(&mut self) -> Option<Frame> {
        match &mut self.kind {
            Kind::Lines { format, is_cut } => {
                while self.at < self.bytes.len() {
                    let (start, line) = (self.at, self.line);
                    let newline = memchr::memchr(b'\n', &self.bytes[start..]);
                    let end = newline.map_or(self.bytes.len(), |found| start + found);
                    self.at = end + usize::from(newline.is_some());
                    self.line += u64::from(newline.is_some());
                    let range = format.trim(self.bytes, start..end);
                    if !range.is_empty() {
                        let fault = (*is_cut && newline.is_none()).then_some(CUT);
                        return Some(Frame { range, line, fault });
                    }
                }
                None
            }
            Kind::Pieces(pieces) => {
                let Piece { range, fault } = pieces.next()?;
                let fault = *fault;
                let end = range.end.min(self.bytes.len());
                let range = range.start.min(end)..end;
                self.count_to(range.start);
                Some(Frame { range, line: self.line, fault })
            }
        }
    }
}

/// How many characters there are, what is not UTF-8 counted as people see it.
pub(crate) fn characters(bytes: &[u8]) -> u64 {
    String::from_utf8_lossy(bytes).chars().count() as u64
}
