//! `Batch`: the output of a worker for one chunk (results, counts, failures), on its way to the sink.

use std::sync::Arc;

use crate::counts::Counts;
use crate::failure::FailureRecord;
use crate::failure_group::FailureGroups;
use crate::position::{Cursor, Extent, SourcePos};
use crate::read_error::ReadError;
use crate::receipt::Receipt;
use crate::timings::Timings;

/// What came of one chunk.
#[derive(Debug)]
pub struct Batch<T> {
    /// What the encoder made of the events. A sink may take it out.
    pub output: T,
    /// The events that did not go through, where they are asked for. A sink may take them out.
    pub failures: Vec<FailureRecord>,
    /// How many events there were.
    pub counts: Counts,
    /// Where the chunk begins.
    pub start: SourcePos,
    /// The number of the chunk.
    pub(crate) number: u64,
    pub(crate) receipt: Receipt,
    pub(crate) groups: FailureGroups,
    /// How far the chunk goes.
    pub(crate) extent: Extent,
    /// Whether its last line has no end.
    pub(crate) is_unterminated: bool,
    /// Whether it follows the chunk before it in the same input.
    pub(crate) continues: bool,
    /// Where the run must end because of a failure.
    pub(crate) stopped_at: Option<SourcePos>,
    pub(crate) read_error: Option<ReadError>,
    pub(crate) timings: Timings,
}

impl<T> Batch<T> {
    /// The receipt of the chunk, for a sink that has the batch in safety only later: it acknowledges the
    /// receipt then. One that is left here is acknowledged as soon as [`Sink::write`](crate::Sink::write)
    /// returns.
    #[must_use]
    pub fn take_receipt(&mut self) -> Receipt {
        std::mem::take(&mut self.receipt).counted(self.counts)
    }

    /// Turns all positions, which count from the start of the chunk, into those of the input.
    pub(crate) fn locate(&mut self, cursor: Cursor) {
        let records = self.failures.iter_mut().map(|record| &mut record.position);
        let groups = self.groups.positions_mut();
        for position in records.chain(groups).chain(&mut self.stopped_at).chain([&mut self.start]) {
            cursor.locate(position);
        }
    }

    /// Forgets what is told of the last chunk; the output is the encoder's to empty.
    pub(crate) fn reset(&mut self, number: u64, source: Arc<str>) {
        self.failures.clear();
        self.groups.clear();
        self.counts = Counts::default();
        self.start = SourcePos { source, line: 0, column: 0 };
        self.number = number;
        self.receipt = Receipt::none();
        self.extent = Extent::default();
        self.is_unterminated = false;
        self.continues = false;
        self.stopped_at = None;
        self.read_error = None;
        self.timings = Timings::default();
    }
}

impl<T: Default> Default for Batch<T> {
    fn default() -> Self {
        Self {
            output: T::default(),
            failures: Vec::new(),
            counts: Counts::default(),
            start: SourcePos { source: Arc::from(""), line: 0, column: 0 },
            number: 0,
            receipt: Receipt::none(),
            groups: FailureGroups::default(),
            extent: Extent::default(),
            is_unterminated: false,
            continues: false,
            stopped_at: None,
            read_error: None,
            timings: Timings::default(),
        }
    }
}
