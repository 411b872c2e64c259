//! `Source`: the trait of what gives chunks of events to a pipeline.

use crate::cancel::Cancel;
use crate::chunk::Chunk;

/// Gives chunks of events, one after the other.
///
/// Workers take turns with it, and nobody else reads while one has its turn: a source should hand bytes
/// over as they come and leave looking at them to the workers. It may wait for input as long as there is
/// none, but must look at `cancel` while it waits.
///
/// Files, readers and texts in memory come from [`Inputs`](crate::Inputs). Where events are pushed (by
/// requests, by a broker), [`channel`](crate::channel()) takes them in with a bound, and a
/// [`Receipt`](crate::Receipt) tells the sender when they are written.
pub trait Source: Send {
    /// The next chunk; none where there are no more, or the run is cancelled.
    fn next(&mut self, cancel: &Cancel) -> Option<Chunk>;
}

impl<S: Source + ?Sized> Source for &mut S {
    fn next(&mut self, cancel: &Cancel) -> Option<Chunk> {
        (**self).next(cancel)
    }
}

impl<S: Source + ?Sized> Source for Box<S> {
    fn next(&mut self, cancel: &Cancel) -> Option<Chunk> {
        (**self).next(cancel)
    }
}
