//! `OnError`, `OnAbort`: whether an event that fails or aborts is kept, dropped, or ends the run.

use crate::timings::Stopwatch;

/// What becomes of an event whose program fails, and of what is no event.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum OnError {
    /// It is passed on as it was; what is no event is left out.
    #[default]
    Keep,
    /// It is left out.
    Drop,
    /// The run ends with it; the events before it are written.
    Stop,
}

/// What becomes of an event whose program says `abort`.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum OnAbort {
    /// It is left out.
    #[default]
    Drop,
    /// It is passed on as it was.
    Keep,
}

/// What all workers of a run are told.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Policy {
    pub(crate) on_error: OnError,
    pub(crate) on_abort: OnAbort,
    /// Whether each event that does not go through is handed to the sink.
    pub(crate) failure_records: bool,
    pub(crate) stopwatch: Stopwatch,
}
