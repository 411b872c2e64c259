//! What `--stats` adds to the summary of a run: bytes, the time of each stage, how often look-ups were known.

use std::fmt;
use std::time::Duration;

use vrlet_pipeline::{Stats, Timings};

use super::figures::grouped;

/// The figures of a run, a line for each.
pub struct Stages<'a> {
    /// What came of it.
    pub stats: &'a Stats,
    /// How long it took.
    pub time: Duration,
}

impl fmt::Display for Stages<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Timings { source, read, run, write, sink, caches } = self.stats.timings;
        let stages = [
            ("input", source, "bytes from files and pipes, decompressed"),
            ("read", read, "bytes to events"),
            ("run", run, "the program"),
            ("write", write, "events to bytes"),
            ("output", sink, "bytes to files and pipes, compressed"),
        ];
        let all: Duration = stages.iter().map(|(_, time, _)| *time).sum();
        writeln!(f, "  {:<8}{:>14} bytes of input", "bytes", grouped(self.stats.counts.bytes))?;
        for (name, time, what) in stages {
            let share = 100.0 * time.as_secs_f64() / all.as_secs_f64().max(f64::MIN_POSITIVE);
            writeln!(f, "  {name:<8}{:>12.3} s {share:>5.1} %  {what}", time.as_secs_f64())?;
        }
        let workers = all.as_secs_f64() / self.time.as_secs_f64().max(f64::MIN_POSITIVE);
        writeln!(f, "  {:<8}{:>12.3} s, {workers:.1} workers busy", "together", all.as_secs_f64())?;
        if caches.asked > 0 {
            let known = 100.0 * caches.known as f64 / caches.asked as f64;
            writeln!(
                f,
                "  {:<8}{:>14} of {} known from before, {known:.1} %",
                "look-ups",
                grouped(caches.known),
                grouped(caches.asked)
            )?;
        }
        Ok(())
    }
}
