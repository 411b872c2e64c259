//! A stretch of input that one worker works on.

use std::ops::Range;

use vrlet::Text;

/// Whole events of one input.
pub struct Chunk {
    /// Chunks count up from 0; their output is written in this order.
    pub number: u64,
    /// The position of the input among all.
    pub input: usize,
    /// The bytes. Events share them.
    pub text: Text,
    /// Where this chunk begins in the text.
    pub start: usize,
    /// The line of the input that is there, counted from 1.
    pub first_line: u64,
    /// Where the events stand.
    pub pieces: Pieces,
    /// Why the input can't be read any further.
    pub read_error: Option<String>,
}

/// Where the events of a chunk stand.
pub enum Pieces {
    /// Each line is one.
    Lines {
        /// Whether the input broke off within the last line.
        is_cut: bool,
    },
    /// They stand here.
    Listed(Vec<Piece>),
}

/// A part of a text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Piece {
    /// Where it is.
    pub range: Range<usize>,
    /// Why it can't be an event, if it can't.
    pub fault: Option<&'static str>,
}
