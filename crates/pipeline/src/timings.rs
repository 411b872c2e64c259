//! `Timings`: how long the stages of a run took, all workers together.

use std::time::{Duration, Instant};

use vrlet::function::CacheCounts;

/// How long the stages of a run took. Workers run side by side, so together they can take longer than the run.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Timings {
    /// Getting bytes from the source.
    pub source: Duration,
    /// Making events of the bytes.
    pub read: Duration,
    /// Running the program.
    pub run: Duration,
    /// Making bytes of the events.
    pub write: Duration,
    /// Handing bytes to the sink.
    pub sink: Duration,
    /// How often the caches of look-ups were asked.
    pub caches: CacheCounts,
}

impl Timings {
    pub(crate) fn add(&mut self, other: Self) {
        self.source += other.source;
        self.read += other.read;
        self.run += other.run;
        self.write += other.write;
        self.sink += other.sink;
        self.caches = self.caches.plus(other.caches);
    }
}

/// A clock that is looked at only where times are wanted.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Stopwatch {
    pub(crate) is_on: bool,
}

impl Stopwatch {
    /// What something gives, with its time added to `total`.
    #[inline]
    pub(crate) fn time<T>(self, total: &mut Duration, run: impl FnOnce() -> T) -> T {
        if !self.is_on {
            return run();
        }
        let start = Instant::now();
        let result = run();
        *total += start.elapsed();
        result
    }
}
