//! `Pipeline`: its options, and the run of a program over a source into a sink.

use std::fmt;
use std::num::NonZeroUsize;
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use crate::batch::Batch;
use crate::cancel::Cancel;
use crate::chunk::Chunk;
use crate::encoder::Encoder;
use crate::inputs::CHUNK;
use crate::policy::{OnAbort, OnError, Policy};
use crate::program_slot::ProgramSlot;
use crate::reorder::{Reorder, Watch};
use crate::sink::Sink;
use crate::source::Source;
use crate::stats::Stats;
use crate::worker::Worker;
use crate::writer::{Flow, Progress, Writer};

/// How many bytes of input are under way at most, whatever the number of workers.
const UNDER_WAY: usize = 8 * CHUNK;
/// How many bytes a worker takes at least.
const SMALLEST_CHUNK: usize = 16 * 1024;

/// Runs a program over events from a source and hands what comes of them to a sink.
pub struct Pipeline {
    slot: ProgramSlot,
    policy: Policy,
    threads: NonZeroUsize,
    cancel: Cancel,
    progress: Option<Box<Progress>>,
}

impl Pipeline {
    /// A pipeline with a worker for each core, which passes on what fails and leaves out what is aborted.
    #[must_use]
    pub fn new(program: impl Into<ProgramSlot>) -> Self {
        Self {
            slot: program.into(),
            policy: Policy::default(),
            threads: thread::available_parallelism().unwrap_or(NonZeroUsize::MIN),
            cancel: Cancel::new(),
            progress: None,
        }
    }

    /// How many workers run the program; at least one does. Output keeps its order.
    #[must_use]
    pub fn threads(self, threads: usize) -> Self {
        Self { threads: NonZeroUsize::new(threads).unwrap_or(NonZeroUsize::MIN), ..self }
    }

    /// What becomes of an event whose program fails.
    #[must_use]
    pub fn on_error(mut self, on_error: OnError) -> Self {
        self.policy.on_error = on_error;
        self
    }

    /// What becomes of an event whose program says `abort`.
    #[must_use]
    pub fn on_abort(mut self, on_abort: OnAbort) -> Self {
        self.policy.on_abort = on_abort;
        self
    }

    /// Whether each event that does not go through is recorded, as it was, for the sink
    /// ([`Batch::failures`]); they are counted in any case.
    #[must_use]
    pub fn failure_records(mut self, are_wanted: bool) -> Self {
        self.policy.failure_records = are_wanted;
        self
    }

    /// Whether it is measured how long the stages of a run take ([`Stats::timings`]): a look at the clock for each
    /// stage of each event.
    #[must_use]
    pub fn timings(mut self, are_wanted: bool) -> Self {
        self.policy.stopwatch.is_on = are_wanted;
        self
    }

    /// The flag that ends a run.
    #[must_use]
    pub fn cancel(self, cancel: Cancel) -> Self {
        Self { cancel, ..self }
    }

    /// What is called after each batch, with all that happened up to there. Workers wait for it.
    #[must_use]
    pub fn progress(self, progress: impl FnMut(&Stats) + Send + 'static) -> Self {
        Self { progress: Some(Box::new(progress)), ..self }
    }

    /// The place of the program, where another one can take its place during a run.
    #[must_use]
    pub fn programs(&self) -> ProgramSlot {
        self.slot.clone()
    }

    /// How many bytes a chunk should have, so that few are under way however many workers there are.
    #[must_use]
    pub fn chunk_size(&self) -> usize {
        (UNDER_WAY / self.threads).clamp(SMALLEST_CHUNK, CHUNK)
    }

    /// Runs until the source ends, the sink takes no more, or somebody cancels. The thread that calls is
    /// one of the workers. Between source and sink there are never more than two chunks for each worker.
    pub fn run<E, T>(&mut self, source: impl Source, encoder: E, sink: &mut dyn Sink<T>) -> Stats
    where
        E: Encoder<Output = T> + Clone,
        T: Default + Send,
    {
        let Self { slot, policy, threads, cancel, progress } = self;
        let cancel = cancel.inner();
        let stopwatch = policy.stopwatch;
        let writer = Writer::new(sink, progress.as_deref_mut(), cancel.clone(), stopwatch);
        let reorder = Reorder::new(writer, threads.get());
        let intake = Mutex::new(Intake { source, number: 0 });
        let turn = |encoder: E| {
            let _watch = Watch(&reorder);
            let mut worker = Worker::new(*policy, slot, encoder);
            let mut batch = Batch::default();
            loop {
                let mut source = Duration::ZERO;
                let mut intake = intake.lock().unwrap_or_else(PoisonError::into_inner);
                let chunk = stopwatch.time(&mut source, || intake.next(&cancel));
                drop(intake);
                let Some((number, chunk)) = chunk else { return };
                worker.work(number, chunk, &mut batch);
                batch.timings.source = source;
                if reorder.deliver(&mut batch) == Flow::Stop {
                    return;
                }
            }
        };
        thread::scope(|scope| {
            for _ in 1..threads.get() {
                let (encoder, turn) = (encoder.clone(), &turn);
                scope.spawn(move || turn(encoder));
            }
            turn(encoder);
        });
        reorder.into_writer().map_or_else(Stats::default, Writer::finish)
    }
}

/// The source, and how many chunks it gave.
struct Intake<S> {
    source: S,
    number: u64,
}

impl<S: Source> Intake<S> {
    fn next(&mut self, cancel: &Cancel) -> Option<(u64, Chunk)> {
        if cancel.is_cancelled() {
            return None;
        }
        let chunk = self.source.next(cancel)?;
        let number = self.number;
        self.number += 1;
        Some((number, chunk))
    }
}

impl fmt::Debug for Pipeline {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pipeline")
            .field("policy", &self.policy)
            .field("threads", &self.threads)
            .finish_non_exhaustive()
    }
}
