//! `MemorySink`: keeps all results in memory, for tests and small hosts.

use crate::batch::Batch;
use crate::failure::FailureRecord;
use crate::sink::Sink;
use crate::sink_error::SinkError;

/// Keeps what comes: bytes of [`JsonLines`](crate::JsonLines), events of [`Events`](crate::Events).
#[derive(Debug)]
pub struct MemorySink<T> {
    /// The output of all batches.
    pub output: Vec<T>,
    /// The events that did not go through, where the pipeline records them. They hold no input but their
    /// own.
    pub failures: Vec<FailureRecord>,
}

impl<T> Default for MemorySink<T> {
    fn default() -> Self {
        Self { output: Vec::new(), failures: Vec::new() }
    }
}

impl<T: Send> Sink<Vec<T>> for MemorySink<T> {
    fn write(&mut self, batch: &mut Batch<Vec<T>>) -> Result<(), SinkError> {
        self.output.append(&mut batch.output);
        batch.failures.iter_mut().for_each(FailureRecord::detach);
        self.failures.append(&mut batch.failures);
        Ok(())
    }
}
