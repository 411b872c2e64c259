//! Runs the program over the events of a chunk.

use std::ops::Range;

use vrlet::diagnostic::LineColumn;
use vrlet::value::json::{self, JsonError, Reader};
use vrlet::{Event, Outcome, Text, Value, Vm};

use super::batch::{Batch, Failure, SourcePos, add_failure};
use super::chunk::{Chunk, Piece, Pieces};
use super::options::Options;
use super::report::{self, Report};
use crate::arguments::{Emit, InputFormat, OnAbort, OnError};

const CUT: &str = "the input breaks off within this line";

/// Works on one chunk after the other, on one thread.
pub struct Worker<'a> {
    options: &'a Options,
    vm: Vm,
    reader: Reader,
    write: fn(&Value, &mut Vec<u8>),
}

/// An event's place in a chunk.
struct EventLocation<'a> {
    chunk: &'a Chunk,
    range: Range<usize>,
    line: u64,
}

/// Whether a run goes on after an event.
#[derive(PartialEq, Eq)]
enum Next {
    GoOn,
    Stop,
}

impl<'a> Worker<'a> {
    /// A worker with a machine of its own.
    pub fn new(options: &'a Options) -> Self {
        let write = if options.sort_keys { json::write_sorted } else { json::write };
        Self { options, vm: options.program.vm(), reader: Reader::default(), write }
    }

    /// Runs the program over the events of a chunk and leaves what came of it in a batch.
    pub fn work(&mut self, chunk: Chunk, batch: &mut Batch) {
        batch.clear();
        batch.number = chunk.number;
        batch.start = SourcePos { input: chunk.input, line: chunk.first_line, column: 0 };
        batch.end = match &chunk.pieces {
            Pieces::Lines { is_cut } => self.lines(&chunk, *is_cut, batch),
            Pieces::Listed(pieces) => self.pieces(&chunk, pieces, batch),
        };
        batch.read_error = chunk.read_error;
    }

    fn lines(&mut self, chunk: &Chunk, is_cut: bool, batch: &mut Batch) -> SourcePos {
        let bytes = chunk.text.as_bytes();
        batch.counts.bytes += bytes.len() as u64;
        let mut line = chunk.first_line;
        let mut start = 0;
        while start < bytes.len() {
            let end =
                memchr::memchr(b'\n', &bytes[start..]).map_or(bytes.len(), |found| start + found);
            let location =
                EventLocation { chunk, range: trim(bytes, start..end, self.options.format), line };
            if !location.range.is_empty() {
                let fault = (is_cut && end == bytes.len()).then_some(CUT);
                if self.event(&location, fault, batch) == Next::Stop {
                    break;
                }
            }
            line += 1;
            start = end + 1;
        }
        SourcePos { input: chunk.input, line, column: 0 }
    }

    fn pieces(&mut self, chunk: &Chunk, pieces: &[Piece], batch: &mut Batch) -> SourcePos {
        let bytes = chunk.text.as_bytes();
        let mut line = chunk.first_line;
        let mut counted = chunk.start;
        for Piece { range, fault } in pieces {
            line += memchr::memchr_iter(b'\n', &bytes[counted..range.start]).count() as u64;
            batch.counts.bytes += (range.end - counted) as u64;
            counted = range.start;
            let location = EventLocation { chunk, range: range.clone(), line };
            if self.event(&location, *fault, batch) == Next::Stop {
                break;
            }
            line += memchr::memchr_iter(b'\n', &bytes[counted..range.end]).count() as u64;
            counted = range.end;
        }
        SourcePos { input: chunk.input, line, column: 0 }
    }

    fn event(
        &mut self,
        location: &EventLocation<'_>,
        fault: Option<&'static str>,
        batch: &mut Batch,
    ) -> Next {
        batch.counts.read += 1;
        if let Some(fault) = fault {
            return self.unreadable(
                location,
                location.place_of(location.range.start),
                fault.to_owned(),
                batch,
            );
        }
        let mut event = match self.read(location) {
            Ok(event) => event,
            Err(error) => {
                let place = location.place_of(location.range.start + error.offset());
                return self.unreadable(
                    location,
                    place,
                    format!("no JSON: {}", error.message()),
                    batch,
                );
            }
        };
        match self.vm.run(&mut event) {
            Ok(Outcome::Value(value)) => {
                match self.options.emit {
                    Emit::Event => self.write_event(event.value(), batch),
                    Emit::Result => self.write_line(&value, batch),
                }
                Next::GoOn
            }
            Ok(Outcome::Aborted(reason)) => {
                batch.counts.aborted += 1;
                if self.options.keeps_errors {
                    let reason = report::aborted(reason.as_deref());
                    self.report(location, location.place(), &reason, true, batch);
                }
                if self.options.on_abort == OnAbort::Keep {
                    self.write_original(location, &mut event, batch);
                }
                Next::GoOn
            }
            Err(error) => {
                let place = location.place();
                if self.options.keeps_errors {
                    let LineColumn { line, column } = error.position;
                    let reason =
                        format!("{}:{line}:{column}: {}", self.options.script, error.message);
                    self.report(location, place, &reason, true, batch);
                }
                if self.options.on_error == OnError::Keep {
                    self.write_original(location, &mut event, batch);
                }
                self.failed(
                    Failure {
                        cause: Some(error.position),
                        place,
                        message: error.message,
                        count: 1,
                    },
                    batch,
                )
            }
        }
    }

    fn read(&mut self, location: &EventLocation<'_>) -> Result<Event, JsonError> {
        let text = &location.chunk.text;
        match self.options.format {
            InputFormat::Lines => Ok(Event::from_line(text.slice(location.range.clone()))),
            InputFormat::Ndjson | InputFormat::Json => {
                Event::read_json(&mut self.reader, text, location.range.clone())
            }
        }
    }

    fn unreadable(
        &mut self,
        location: &EventLocation<'_>,
        place: SourcePos,
        message: String,
        batch: &mut Batch,
    ) -> Next {
        if self.options.keeps_errors {
            self.report(location, place, &message, false, batch);
        }
        self.failed(Failure { cause: None, place, message, count: 1 }, batch)
    }

    fn failed(&mut self, failure: Failure, batch: &mut Batch) -> Next {
        batch.counts.failed += 1;
        let place = failure.place;
        add_failure(&mut batch.failures, failure);
        if self.options.on_error != OnError::Fail {
            return Next::GoOn;
        }
        batch.stopped_at = Some(place);
        Next::Stop
    }

    /// Adds a line to the file of errors.
    fn report(
        &self,
        location: &EventLocation<'_>,
        place: SourcePos,
        error: &str,
        is_json: bool,
        batch: &mut Batch,
    ) {
        let original = location.chunk.text.slice(location.range.clone());
        let event = if is_json { self.original(original) } else { Value::Bytes(original) };
        let source = &self.options.inputs[place.input].name;
        Report { error, source, line: place.line, event: &event }.write(&mut batch.errors);
    }

    fn original(&self, text: Text) -> Value {
        match self.options.format {
            InputFormat::Lines => Event::from_line(text).into_value(),
            InputFormat::Ndjson | InputFormat::Json => json::read(&text).unwrap_or_default(),
        }
    }

    /// Writes an event as it was read: to the letter where it is a line of JSON already.
    fn write_original(&self, location: &EventLocation<'_>, event: &mut Event, batch: &mut Batch) {
        if self.options.format == InputFormat::Ndjson && !self.options.sort_keys {
            batch.out.extend_from_slice(&location.chunk.text.as_bytes()[location.range.clone()]);
            batch.out.push(b'\n');
            batch.counts.written += 1;
        } else {
            event.restore();
            self.write_line(event.value(), batch);
        }
    }

    /// Writes an event; one that became an array is as many events as it has elements.
    fn write_event(&self, value: &Value, batch: &mut Batch) {
        match value {
            Value::Array(events) => events.iter().for_each(|event| self.write_line(event, batch)),
            event => self.write_line(event, batch),
        }
    }

    fn write_line(&self, value: &Value, batch: &mut Batch) {
        (self.write)(value, &mut batch.out);
        batch.out.push(b'\n');
        batch.counts.written += 1;
    }
}

impl EventLocation<'_> {
    fn place(&self) -> SourcePos {
        SourcePos { input: self.chunk.input, line: self.line, column: 0 }
    }

    /// The place of a byte in or after the event.
    fn place_of(&self, offset: usize) -> SourcePos {
        let bytes = self.chunk.text.as_bytes();
        let offset = offset.min(bytes.len());
        let inside = &bytes[self.range.start.min(offset)..offset];
        let line_start = memchr::memrchr(b'\n', &bytes[..offset]).map_or(0, |newline| newline + 1);
        let before = String::from_utf8_lossy(&bytes[line_start..offset]);
        SourcePos {
            line: self.line + memchr::memchr_iter(b'\n', inside).count() as u64,
            column: before.chars().count() as u64 + 1,
            ..self.place()
        }
    }
}

/// The part of a line that is the event: without the `\r` of Windows, and of JSON without any blanks.
pub fn trim(bytes: &[u8], range: Range<usize>, format: InputFormat) -> Range<usize> {
    let line = &bytes[range.clone()];
    let trimmed = match format {
        InputFormat::Lines => return range.start..range.end - usize::from(line.ends_with(b"\r")),
        InputFormat::Ndjson | InputFormat::Json => line.trim_ascii_end(),
    };
    let end = range.start + trimmed.len();
    end - trimmed.trim_ascii_start().len()..end
}
