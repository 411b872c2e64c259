//! What all workers of a run are told.

use vrlet::Program;

use super::source::Input;
use crate::arguments::{Emit, InputFormat, OnAbort, OnError};

/// What becomes of events. It does not change while the run goes on.
pub struct Options {
    /// What runs.
    pub program: Program,
    /// What messages call the program.
    pub script: String,
    /// The inputs, for their names.
    pub inputs: Vec<Input>,
    /// How events stand in the inputs.
    pub format: InputFormat,
    /// What is written of each event.
    pub emit: Emit,
    /// What becomes of an event whose program fails.
    pub on_error: OnError,
    /// What becomes of an event whose program says `abort`.
    pub on_abort: OnAbort,
    /// Whether the keys of objects are sorted.
    pub sort_keys: bool,
    /// Whether failed and aborted events are collected.
    pub keeps_errors: bool,
}
