//! `Writer`: hands batches in order to the sink, acknowledges them, and keeps the statistics.

use std::sync::Arc;

use crate::batch::Batch;
use crate::cancel::Cancel;
use crate::counts::Counts;
use crate::position::{Cursor, SourcePos};
use crate::read_error::ReadError;
use crate::sink::Sink;
use crate::stats::{Stats, Stop};
use crate::timings::Stopwatch;

/// Whether a run goes on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Flow {
    /// There may be more.
    GoOn,
    /// Nothing more is wanted.
    Stop,
}

/// What is called after each batch.
pub(crate) type Progress = dyn FnMut(&Stats) + Send;

/// Takes batches in the order of their chunks.
pub(crate) struct Writer<'a, T> {
    sink: &'a mut dyn Sink<T>,
    progress: Option<&'a mut Progress>,
    cancel: Cancel,
    /// How far the current input went.
    cursor: Cursor,
    stats: Stats,
    stopwatch: Stopwatch,
}

impl<'a, T> Writer<'a, T> {
    /// A writer that raises `cancel` where nothing more is wanted.
    pub(crate) fn new(
        sink: &'a mut dyn Sink<T>,
        progress: Option<&'a mut Progress>,
        cancel: Cancel,
        stopwatch: Stopwatch,
    ) -> Self {
        let (cursor, stats) = (Cursor::START, Stats::default());
        Self { sink, progress, cancel, cursor, stats, stopwatch }
    }

    /// Writes a batch.
    pub(crate) fn take(&mut self, batch: &mut Batch<T>) -> Flow {
        if !batch.continues {
            self.cursor = Cursor::START;
        }
        batch.locate(self.cursor);
        self.cursor.advance(batch.extent);
        let flow = self.write(batch);
        if flow == Flow::Stop {
            self.cancel.cancel();
        }
        flow
    }

    fn write(&mut self, batch: &mut Batch<T>) -> Flow {
        let counts = batch.counts;
        let Self { sink, stats: Stats { timings, .. }, .. } = self;
        timings.add(batch.timings);
        if let Err(error) = self.stopwatch.time(&mut timings.sink, || sink.write(batch)) {
            self.stats.counts.add(Counts { written: 0, ..counts });
            self.stats.stop = Some(Stop::Sink { error, from: Some(batch.start.clone()) });
            return Flow::Stop;
        }
        let stats = &mut self.stats;
        stats.counts.add(counts);
        stats.failures.merge(&mut batch.groups);
        if let Some(error) = batch.read_error.take() {
            let line = error.line.map(|line| line + self.cursor.line);
            stats.add_read_error(ReadError { line, ..error });
        }
        let line = self.cursor.line + u64::from(batch.is_unterminated);
        let source = Arc::clone(&batch.start.source);
        stats.end = Some(SourcePos { source, line, column: 0 });
        batch.take_receipt().acknowledge();
        if let Some(progress) = &mut self.progress {
            progress(stats);
        }
        // They hold on to their chunk.
        batch.failures.clear();
        match batch.stopped_at.take() {
            None => Flow::GoOn,
            Some(position) => {
                stats.stop = Some(Stop::Failed(position));
                Flow::Stop
            }
        }
    }

    /// Ends the output and tells what came of the run.
    pub(crate) fn finish(self) -> Stats {
        let Self { sink, mut stats, .. } = self;
        if let Err(error) = sink.finish()
            && stats.stop.is_none()
        {
            stats.stop = Some(Stop::Sink { error, from: None });
        }
        stats
    }
}
