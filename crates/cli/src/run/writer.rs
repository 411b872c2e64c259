//! Writes batches to the outputs and keeps count.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::batch::{Batch, Counts, Failure, SourcePos, add_failure};
use super::progress::Progress;
use super::sink::Sink;
use crate::cli_error::writing;

/// Whether a run goes on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Flow {
    /// There may be more.
    GoOn,
    /// Nothing more is wanted.
    Stop,
}

/// Takes batches in the order of their chunks.
pub struct Writer {
    out: Sink,
    errors: Option<Sink>,
    progress: Progress,
    stop: Arc<AtomicBool>,
    /// What is told at the end.
    pub stats: Stats,
}

/// What came of a run.
#[derive(Debug, Default)]
pub struct Stats {
    /// How many events there were of each fate.
    pub counts: Counts,
    /// What failed, one entry for each cause.
    pub failures: Vec<Failure>,
    /// What could not be read.
    pub read_errors: Vec<String>,
    /// Up to where events were worked on.
    pub end: Option<SourcePos>,
    /// Why the run ended before its inputs.
    pub stop: Option<Stop>,
}

/// Why a run ended before its inputs.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Stop {
    /// Nobody reads the output any more.
    Closed,
    /// An event failed, and that should end the run.
    Failed(SourcePos),
    /// An output can't be written to.
    Unwritable {
        /// What can't be written to, and why.
        reason: String,
        /// The first event that may be missing in the output.
        from: Option<SourcePos>,
    },
}

impl Writer {
    /// A writer to an output and, if wanted, to a file of errors; it sets `stop` to end the run.
    pub fn new(out: Sink, errors: Option<Sink>, progress: Progress, stop: Arc<AtomicBool>) -> Self {
        Self { out, errors, progress, stop, stats: Stats::default() }
    }

    /// Writes a batch.
    pub fn take(&mut self, batch: &Batch) -> Flow {
        let flow = self.write(batch);
        if flow == Flow::Stop {
            self.stop.store(true, Ordering::Relaxed);
        }
        flow
    }

    fn write(&mut self, batch: &Batch) -> Flow {
        // Errors first: if the output can't be written to, they are not lost.
        if let Some(errors) = self.errors.as_mut().filter(|_| !batch.errors.is_empty())
            && let Err(error) = errors.write(&batch.errors)
        {
            return self.unwritable(false, &error, batch);
        }
        if !batch.out.is_empty()
            && let Err(error) = self.out.write(&batch.out)
        {
            return self.unwritable(true, &error, batch);
        }
        let stats = &mut self.stats;
        stats.counts.add(batch.counts);
        for failure in &batch.failures {
            add_failure(&mut stats.failures, failure.clone());
        }
        stats.read_errors.extend(batch.read_error.clone());
        stats.end = Some(batch.end);
        self.progress.show(stats.counts);
        match batch.stopped_at {
            None => Flow::GoOn,
            Some(place) => {
                self.stats.stop = Some(Stop::Failed(place));
                Flow::Stop
            }
        }
    }

    fn unwritable(&mut self, is_output: bool, error: &io::Error, batch: &Batch) -> Flow {
        self.stats.counts.add(Counts { written: 0, ..batch.counts });
        let sink = if is_output { &self.out } else { self.errors.as_ref().unwrap_or(&self.out) };
        self.stats.stop = Some(match error.kind() {
            io::ErrorKind::BrokenPipe if is_output => Stop::Closed,
            _ => Stop::Unwritable {
                reason: format!("{}: {}", sink.name, writing(error)),
                from: Some(batch.start),
            },
        });
        Flow::Stop
    }

    /// Ends the outputs and tells what came of the run.
    pub fn finish(mut self) -> Stats {
        self.progress.clear();
        for sink in [Some(self.out), self.errors].into_iter().flatten() {
            let name = sink.name.clone();
            if let Err(error) = sink.finish()
                && self.stats.stop.is_none()
            {
                let reason = format!("{name}: {}", writing(&error));
                self.stats.stop = Some(Stop::Unwritable { reason, from: None });
            }
        }
        self.stats
    }
}
