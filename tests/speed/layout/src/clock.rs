//! The stopwatch: processor time per event, as the median of many interleaved runs.
//!
//! On a machine that does other work as well, its speed changes from second to second. So every run of
//! a contender has a run of each other one beside it, and what a row contains of other rows is
//! subtracted round by round.

use std::time::Duration;

use rustix::time::{ClockId, clock_gettime};

/// How many rounds are measured, after some that warm up.
const ROUNDS: usize = 61;
const WARM: usize = 5;

/// Something to measure.
pub struct Row<'a> {
    pub what: &'static str,
    pub run: Box<dyn FnMut() + 'a>,
    /// The rows of the same contender that the run contains.
    pub without: &'static [usize],
}

impl<'a> Row<'a> {
    pub fn new(what: &'static str, run: impl FnMut() + 'a) -> Self {
        Self { what, run: Box::new(run), without: &[] }
    }
}

/// Nanoseconds an event for each row of each contender; a run handles `events` events.
pub fn measure(contenders: &mut [Vec<Row<'_>>], events: usize) -> Vec<Vec<f64>> {
    let mut all: Vec<Vec<Vec<f64>>> =
        contenders.iter().map(|rows| vec![Vec::new(); rows.len()]).collect();
    let most = contenders.iter().map(Vec::len).max().unwrap_or(0);
    for round in 0..WARM + ROUNDS {
        let mut times: Vec<Vec<f64>> = vec![Vec::new(); contenders.len()];
        for row in 0..most {
            for (rows, times) in contenders.iter_mut().zip(&mut times) {
                if let Some(row) = rows.get_mut(row) {
                    let start = now();
                    (row.run)();
                    times.push(now().saturating_sub(start).as_secs_f64());
                }
            }
        }
        if round < WARM {
            continue;
        }
        for ((rows, times), all) in contenders.iter().zip(&times).zip(&mut all) {
            for ((row, time), all) in rows.iter().zip(times).zip(all) {
                let contained: f64 = row.without.iter().map(|other| times[*other]).sum();
                all.push(time - contained);
            }
        }
    }
    let median = |mut times: Vec<f64>| {
        times.sort_unstable_by(f64::total_cmp);
        #[allow(clippy::cast_precision_loss, reason = "a few thousand events")]
        let events = events as f64;
        times[ROUNDS / 2] * 1e9 / events
    };
    all.into_iter().map(|rows| rows.into_iter().map(median).collect()).collect()
}

/// How long this thread has run.
fn now() -> Duration {
    clock_gettime(ClockId::ThreadCPUTime).try_into().unwrap_or_default()
}
