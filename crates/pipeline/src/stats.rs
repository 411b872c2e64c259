//! `Stats`: the result of a run: counts, failures, and why it stopped.

use crate::counts::Counts;
use crate::failure_group::FailureGroups;
use crate::position::SourcePos;
use crate::read_error::ReadError;
use crate::sink_error::SinkError;
use crate::timings::Timings;

/// How many inputs that break off are told of.
const MOST: usize = 10_000;

/// What came of a run.
#[derive(Debug, Default)]
pub struct Stats {
    /// How many events there were.
    pub counts: Counts,
    /// What failed, one entry for each cause, in the order in which they came up first.
    pub failures: FailureGroups,
    /// Which inputs could not be read to their end.
    pub read_errors: Vec<ReadError>,
    /// How long the stages took, where that was asked for.
    pub timings: Timings,
    /// Up to where events were worked on.
    pub end: Option<SourcePos>,
    /// Why the run ended before its inputs did.
    pub stop: Option<Stop>,
}

/// Why a run ended before its inputs did, if not by [`Cancel`](crate::Cancel).
#[derive(Debug)]
pub enum Stop {
    /// An event failed, and [`OnError::Stop`](crate::OnError::Stop) was asked for.
    Failed(SourcePos),
    /// The sink takes no more.
    Sink {
        /// Why.
        error: SinkError,
        /// The first event that may be missing in the output; none where all were taken.
        from: Option<SourcePos>,
    },
}

impl Stats {
    pub(crate) fn add_read_error(&mut self, error: ReadError) {
        if self.read_errors.len() < MOST {
            self.read_errors.push(error);
        }
    }
}
