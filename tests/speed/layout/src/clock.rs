//! Processor time an event, by the median of many runs.

use std::hint::black_box;
use std::time::Duration;

use rustix::time::{ClockId, clock_gettime};

/// How many runs are measured, after some that warm up.
const RUNS: usize = 41;
const WARM: usize = 5;

/// A figure of the table.
pub struct Measured {
    pub what: &'static str,
    pub nanoseconds: f64,
}

impl Measured {
    /// What is left without the time of other rows, which the measured run contains.
    pub fn without(mut self, others: &[&Self]) -> Self {
        self.nanoseconds -= others.iter().map(|other| other.nanoseconds).sum::<f64>();
        self
    }
}

/// Measures `run`, which handles `events` events.
pub fn measure<R>(what: &'static str, events: usize, mut run: impl FnMut() -> R) -> Measured {
    let mut times: Vec<Duration> = Vec::new();
    for round in 0..WARM + RUNS {
        let start = now();
        black_box(run());
        let time = now().saturating_sub(start);
        if round >= WARM {
            times.push(time);
        }
    }
    times.sort_unstable();
    #[allow(clippy::cast_precision_loss, reason = "a few thousand events")]
    let nanoseconds = times[RUNS / 2].as_nanos() as f64 / events as f64;
    Measured { what, nanoseconds }
}

/// How long this thread has run.
fn now() -> Duration {
    clock_gettime(ClockId::ThreadCPUTime).try_into().unwrap_or_default()
}
