//! `Worker`: one thread's part: parses the events of a chunk, runs the program over each, encodes the
//! results.

use std::ops::Range;
use std::sync::Arc;
use std::time::Duration;

use vrlet::function::CacheCounts;
use vrlet::value::json::{JsonError, JsonReader, Unread};
use vrlet::{Event, Key, Object, Outcome, Program, RunError, Text, Value, Vm};

use crate::batch::Batch;
use crate::chunk::{Chunk, Content};
use crate::encoder::Encoder;
use crate::failure::{Failure, FailureRecord};
use crate::failure_group::Cause;
use crate::format::Format;
use crate::frames::{Frame, Frames, characters};
use crate::line_events::LineEvents;
use crate::policy::{OnAbort, OnError, Policy};
use crate::position::{Extent, SourcePos};
use crate::program_slot::ProgramSlot;
use crate::timings::Timings;

/// Works on one chunk after the other, on one thread.
pub(crate) struct Worker<'a, E> {
    policy: Policy,
    slot: &'a ProgramSlot,
    /// The number of the program that the machine runs.
    epoch: u64,
    vm: Vm,
    reader: JsonReader,
    encoder: E,
    /// How often the machine's caches were asked before the chunk.
    caches: CacheCounts,
    /// That of the chunk.
    header: Option<Header>,
}

/// The line that says what the others hold.
struct Header {
    line: Text,
    /// The metadata of the events beside which it stands.
    metadata: Value,
}

/// Where an event is from. Lines count from the start of the chunk, from 0.
struct EventLocation<'a> {
    source: &'a Arc<str>,
    /// The text that it is a part of; empty for events that did not come as text.
    text: &'a Text,
    format: Format,
    range: Range<usize>,
    line: u64,
    /// Whether the event is one of several on its line.
    is_one_of_several: bool,
}

/// Whether a run goes on after an event.
#[derive(PartialEq, Eq)]
enum Next {
    GoOn,
    Stop,
}

impl<'a, E: Encoder> Worker<'a, E> {
    /// A worker with a machine of its own.
    pub(crate) fn new(policy: Policy, slot: &'a ProgramSlot, encoder: E) -> Self {
        let (epoch, program) = slot.numbered();
        let (vm, reader) = (program.vm(), JsonReader::default());
        let caches = CacheCounts::default();
        Self { policy, slot, epoch, vm, reader, encoder, caches, header: None }
    }

    /// Runs the program over the events of a chunk and leaves what came of it in a batch.
    pub(crate) fn work(&mut self, number: u64, chunk: Chunk, batch: &mut Batch<E::Output>) {
        let Chunk { source, content, format, header, continues, read_error, receipt } = chunk;
        self.header = header.map(Header::new);
        if let Some((epoch, program)) = self.slot.newer_than(self.epoch) {
            self.epoch = epoch;
            self.vm = program.vm();
        }
        batch.reset(number, Arc::clone(&source));
        self.encoder.clear(&mut batch.output);
        let mut whole = Duration::ZERO;
        self.policy.stopwatch.time(&mut whole, || self.content(content, &source, format, batch));
        let Timings { run, write, .. } = batch.timings;
        batch.timings.read = whole.saturating_sub(run + write);
        batch.timings.caches = self.caches_since();
        batch.continues = continues;
        batch.read_error = read_error;
        batch.receipt = receipt;
    }

    /// How often the machine's caches were asked since the last chunk.
    fn caches_since(&mut self) -> CacheCounts {
        if !self.policy.stopwatch.is_on {
            return CacheCounts::default();
        }
        let now = self.vm.cache_counts();
        let before = std::mem::replace(&mut self.caches, now);
        // A new program starts from nothing.
        CacheCounts {
            asked: now.asked.checked_sub(before.asked).unwrap_or(now.asked),
            known: now.known.checked_sub(before.known).unwrap_or(now.known),
        }
    }

    fn content(
        &mut self,
        content: Content,
        source: &Arc<str>,
        format: Format,
        batch: &mut Batch<E::Output>,
    ) {
        match content {
            Content::Lines { bytes, is_cut } => {
                let text = self.take(bytes, batch);
                let frames = Frames::lines(text.as_bytes(), format, is_cut);
                self.frames(frames, source, &text, format, batch);
                batch.is_unterminated = batch.extent.columns > 0;
            }
            Content::Pieces { bytes, pieces } => {
                let text = self.take(bytes, batch);
                let frames = Frames::pieces(text.as_bytes(), &pieces);
                self.frames(frames, source, &text, format, batch);
            }
            Content::Events(events) => self.events(events, source, batch),
        }
    }

    /// Makes sure whether the bytes are UTF-8, once for all events.
    fn take(&self, bytes: Vec<u8>, batch: &mut Batch<E::Output>) -> Text {
        batch.counts.bytes = bytes.len() as u64;
        Text::from_vec(bytes)
    }

    fn frames(
        &mut self,
        mut frames: Frames<'_>,
        source: &Arc<str>,
        text: &Text,
        format: Format,
        batch: &mut Batch<E::Output>,
    ) {
        let replaced = self.reader.replaced();
        for Frame { range, line, fault } in frames.by_ref() {
            if self.header.as_ref().is_some_and(|header| header.is_at(text, &range)) {
                continue;
            }
            let is_one_of_several = false;
            let location = EventLocation { source, text, format, range, line, is_one_of_several };
            batch.counts.read += 1;
            let next = match fault {
                None => self.read(&location, batch),
                Some(fault) => {
                    let position = location.position_of(location.range.start);
                    self.unreadable(&location, position, fault.to_owned(), batch)
                }
            };
            if next == Next::Stop {
                break;
            }
        }
        batch.counts.replaced = self.reader.replaced() - replaced;
        batch.extent = frames.extent();
    }

    fn events(&mut self, events: Vec<Event>, source: &Arc<str>, batch: &mut Batch<E::Output>) {
        batch.extent = Extent { lines: events.len() as u64, columns: 0 };
        let text = &Text::new();
        for (line, event) in (0..).zip(events) {
            let format = Format::default();
            let is_one_of_several = false;
            let location =
                EventLocation { source, text, format, range: 0..0, line, is_one_of_several };
            batch.counts.read += 1;
            if self.run(event, &location, batch) == Next::Stop {
                break;
            }
        }
    }

    fn read(&mut self, location: &EventLocation<'_>, batch: &mut Batch<E::Output>) -> Next {
        let EventLocation { text, format, range, .. } = location;
        if *format == Format::Lines {
            return self.run(Event::from_line(text.slice(range.clone())), location, batch);
        }
        if *format == Format::Ndjson && text.as_bytes().get(range.start) == Some(&b'[') {
            return self.several(location, batch);
        }
        match Event::read_json(&mut self.reader, text, range.clone()) {
            Ok(event) => self.run(event, location, batch),
            Err(_) if *format == Format::Ndjson => self.several(location, batch),
            Err(error) => self.no_json(location, &error, range.start, batch),
        }
    }

    /// The events of a line that is more than one, or none.
    #[cold]
    fn several(&mut self, location: &EventLocation<'_>, batch: &mut Batch<E::Output>) -> Next {
        let EventLocation { source, text, format, ref range, line, .. } = *location;
        let line_events = LineEvents::read(&mut self.reader, text, range.clone());
        let LineEvents { events, unread } = line_events;
        let is_one_of_several = events.len() + usize::from(unread.is_some()) > 1;
        let location =
            |range| EventLocation { source, text, format, range, line, is_one_of_several };
        batch.counts.read -= 1;
        for (range, event) in events {
            batch.counts.read += 1;
            if self.run(event, &location(range), batch) == Next::Stop {
                return Next::Stop;
            }
        }
        let Some(Unread { range: rest, error }) = unread else { return Next::GoOn };
        batch.counts.read += 1;
        self.no_json(&location(rest), &error, range.start, batch)
    }

    /// An event that can't be read; places in the error count from `start`.
    fn no_json(
        &self,
        location: &EventLocation<'_>,
        error: &JsonError,
        start: usize,
        batch: &mut Batch<E::Output>,
    ) -> Next {
        let position = location.position_of(start + error.offset());
        let message = format!("no JSON: {}", error.message());
        self.unreadable(location, position, message, batch)
    }

    fn run(
        &mut self,
        mut event: Event,
        location: &EventLocation<'_>,
        batch: &mut Batch<E::Output>,
    ) -> Next {
        if let Some(header) = &self.header {
            *event.metadata_mut() = header.metadata.clone();
        }
        let stopwatch = self.policy.stopwatch;
        match stopwatch.time(&mut batch.timings.run, || self.vm.run(&mut event)) {
            Ok(Outcome::Value(value)) => {
                let encode = || self.encoder.encode(event, value, &mut batch.output);
                batch.counts.written += stopwatch.time(&mut batch.timings.write, encode);
                Next::GoOn
            }
            Ok(Outcome::Aborted(reason)) => {
                batch.counts.aborted += 1;
                let failure = |event, _: &Program| Failure::Aborted { reason, event };
                let is_kept = self.policy.on_abort == OnAbort::Keep;
                self.not_through(event, location, is_kept, failure, batch);
                Next::GoOn
            }
            Err(error) => {
                let RunError { position, message, .. } = &error;
                let cause = Cause { epoch: self.epoch, position: *position };
                batch.groups.add_failed(cause, location.position(), message);
                let failure = |event, program: &Program| {
                    let program = program.clone();
                    Failure::Failed { error, program, event }
                };
                let is_kept = self.policy.on_error == OnError::Keep;
                self.not_through(event, location, is_kept, failure, batch);
                self.failed(location.position(), batch)
            }
        }
    }

    /// Passes an event on as it was, and records why, as far as either is wanted.
    fn not_through(
        &mut self,
        event: Event,
        location: &EventLocation<'_>,
        is_kept: bool,
        failure: impl FnOnce(Event, &Program) -> Failure,
        batch: &mut Batch<E::Output>,
    ) {
        let kept = if self.policy.failure_records {
            let mut original = event;
            original.restore();
            let kept = is_kept.then(|| original.clone());
            let failure = failure(original, self.vm.program());
            batch.failures.push(FailureRecord { position: location.position(), failure });
            kept
        } else {
            is_kept.then_some(event)
        };
        if let Some(event) = kept {
            batch.counts.written += self.encoder.encode_original(event, &mut batch.output);
        }
    }

    fn unreadable(
        &self,
        location: &EventLocation<'_>,
        position: SourcePos,
        message: String,
        batch: &mut Batch<E::Output>,
    ) -> Next {
        batch.groups.add_unreadable(position.clone(), &message);
        if self.policy.failure_records {
            let bytes = location.text.slice(location.range.clone());
            let failure = Failure::Unreadable { message, bytes };
            batch.failures.push(FailureRecord { position: position.clone(), failure });
        }
        self.failed(position, batch)
    }

    fn failed(&self, position: SourcePos, batch: &mut Batch<E::Output>) -> Next {
        batch.counts.failed += 1;
        match self.policy.on_error {
            OnError::Keep | OnError::Drop => Next::GoOn,
            OnError::Stop => {
                batch.stopped_at = Some(position);
                Next::Stop
            }
        }
    }
}

impl Header {
    fn new(line: Text) -> Self {
        let metadata = Object::from_iter([(Key::from("header"), Value::Bytes(line.clone()))]);
        Self { line, metadata: metadata.into() }
    }

    /// Whether the line of a range is the header: at the beginning of the input, and of every other one
    /// that was appended to it.
    fn is_at(&self, text: &Text, range: &Range<usize>) -> bool {
        self.line.len() == range.len() && text.as_bytes()[range.clone()] == *self.line.as_bytes()
    }
}

impl EventLocation<'_> {
    fn position(&self) -> SourcePos {
        if self.is_one_of_several {
            return self.position_of(self.range.start);
        }
        SourcePos { source: Arc::clone(self.source), line: self.line, column: 0 }
    }

    /// The position of a byte in or after the event.
    #[cold]
    fn position_of(&self, offset: usize) -> SourcePos {
        let bytes = self.text.as_bytes();
        let offset = offset.min(bytes.len());
        let inside = &bytes[self.range.start.min(offset)..offset];
        let line_start = memchr::memrchr(b'\n', &bytes[..offset]).map_or(0, |newline| newline + 1);
        SourcePos {
            line: self.line + memchr::memchr_iter(b'\n', inside).count() as u64,
            column: characters(&bytes[line_start..offset]) + 1,
            source: Arc::clone(self.source),
        }
    }
}
