//! `Chunk`: a piece of input with whole events, worked on by one worker.

use std::ops::Range;
use std::sync::Arc;

use vrlet::{Event, Text};

use crate::format::Format;
use crate::read_error::ReadError;
use crate::receipt::Receipt;

/// Whole events of one input.
#[derive(Debug)]
pub struct Chunk {
    /// The name of the input.
    pub source: Arc<str>,
    /// The events.
    pub content: Content,
    /// How the events of a text are read.
    pub format: Format,
    /// The line at the beginning of the input that says what its lines hold. It stands beside each event, as
    /// `%header`; no line that is the same is an event.
    pub header: Option<Text>,
    /// Whether the chunk follows the one before it in the same input, so that its lines count on.
    pub continues: bool,
    /// Why the input can't be read any further; its line counts from the end of the chunk.
    pub read_error: Option<ReadError>,
    /// What is told when the chunk is written.
    pub receipt: Receipt,
}

/// The events of a chunk.
#[derive(Debug)]
pub enum Content {
    /// Lines, of which each is an event. Nobody has looked at the bytes yet but for their last newline.
    Lines {
        /// The bytes.
        bytes: Vec<u8>,
        /// Whether the input broke off within the last line.
        is_cut: bool,
    },
    /// Text with events in these places, from the first to the last.
    Pieces {
        /// The bytes.
        bytes: Vec<u8>,
        /// The places.
        pieces: Vec<Piece>,
    },
    /// Events that are read already, with their metadata and secrets.
    Events(Vec<Event>),
}

/// A part of a text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Piece {
    /// Where it is.
    pub range: Range<usize>,
    /// Why it can't be an event, if it can't.
    pub fault: Option<&'static str>,
}

impl Chunk {
    /// Lines; the last one may lack its newline.
    #[must_use]
    pub fn lines(source: impl Into<Arc<str>>, format: Format, bytes: impl Into<Vec<u8>>) -> Self {
        Self::new(source, format, Content::Lines { bytes: bytes.into(), is_cut: false })
    }

    /// Text with events in known places, such as the records of a request.
    #[must_use]
    pub fn pieces(
        source: impl Into<Arc<str>>,
        format: Format,
        bytes: impl Into<Vec<u8>>,
        places: impl IntoIterator<Item = Range<usize>>,
    ) -> Self {
        let pieces = places.into_iter().map(|range| Piece { range, fault: None }).collect();
        Self::new(source, format, Content::Pieces { bytes: bytes.into(), pieces })
    }

    /// Events that are read already.
    #[must_use]
    pub fn events(source: impl Into<Arc<str>>, events: impl Into<Vec<Event>>) -> Self {
        Self::new(source, Format::default(), Content::Events(events.into()))
    }

    /// The same chunk, of which somebody wants to know when it is written.
    #[must_use]
    pub fn receipt(self, receipt: Receipt) -> Self {
        Self { receipt, ..self }
    }

    /// The same chunk, whose input has begun with a header line.
    #[must_use]
    pub fn header(self, header: impl Into<Option<Text>>) -> Self {
        Self { header: header.into(), ..self }
    }

    /// The same chunk, whose lines count on from those of the chunk before it.
    #[must_use]
    pub fn continues(self, continues: bool) -> Self {
        Self { continues, ..self }
    }

    pub(crate) fn new(source: impl Into<Arc<str>>, format: Format, content: Content) -> Self {
        Self {
            source: source.into(),
            content,
            format,
            header: None,
            continues: false,
            read_error: None,
            receipt: Receipt::none(),
        }
    }
}
