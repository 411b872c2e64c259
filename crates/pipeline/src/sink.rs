//! `Sink`: the trait of what takes the results of a pipeline.

use crate::batch::Batch;
use crate::sink_error::SinkError;

/// Takes what came of the events, in the order of the input.
///
/// Whoever writes holds up the workers once as many batches wait as there are workers: a slow sink slows
/// the source down, and memory stays bounded. A sink that wants to try again does so itself.
pub trait Sink<T>: Send {
    /// Takes a batch: writes it, or takes its parts out. What is acknowledged when this returns can't be
    /// lost any more; a sink that has it in safety only later, with others, takes the receipt
    /// ([`Batch::take_receipt`]).
    ///
    /// # Errors
    /// Where nothing more can be taken, which ends the run.
    fn write(&mut self, batch: &mut Batch<T>) -> Result<(), SinkError>;

    /// Ends the output, however the run ended.
    ///
    /// # Errors
    /// Where what was taken can't be brought to its end.
    fn finish(&mut self) -> Result<(), SinkError> {
        Ok(())
    }
}

impl<T, S: Sink<T> + ?Sized> Sink<T> for &mut S {
    fn write(&mut self, batch: &mut Batch<T>) -> Result<(), SinkError> {
        (**self).write(batch)
    }

    fn finish(&mut self) -> Result<(), SinkError> {
        (**self).finish()
    }
}
