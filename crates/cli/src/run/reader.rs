//! Cuts the inputs, one after the other, into chunks of whole events.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use vrlet::Text;

use super::chunk::{Chunk, Pieces};
use super::source::{Input, Source};
use super::values::Values;
use crate::arguments::InputFormat;
use crate::cli_error;

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// Reads all inputs. Workers take turns with it.
pub struct Reader {
    inputs: Vec<Input>,
    format: InputFormat,
    /// How many bytes a chunk should have.
    size: usize,
    stop: Arc<AtomicBool>,
    /// The position of the input whose turn it is.
    input: usize,
    open: Option<Open>,
    /// The number of the next chunk.
    number: u64,
}

/// The input whose turn it is.
struct Open {
    source: Source,
    is_fresh: bool,
    /// The line at which the next chunk begins.
    line: u64,
    /// Bytes that were read but are not part of a chunk yet.
    rest: Vec<u8>,
    /// The values of an input that is read as a whole.
    whole: Option<Whole>,
}

struct Whole {
    text: Text,
    values: Values,
    /// Up to where chunks were cut.
    at: usize,
    read_error: Option<String>,
}

/// How reading more ended.
enum End {
    /// There may be more.
    Open,
    /// The input ends here.
    Done,
    /// The input breaks off here.
    Broken(io::Error),
}

impl Reader {
    /// Reads inputs until `stop` is set.
    pub fn new(
        inputs: Vec<Input>,
        format: InputFormat,
        size: usize,
        stop: Arc<AtomicBool>,
    ) -> Self {
        Self { inputs, format, size, stop, input: 0, open: None, number: 0 }
    }

    /// The next chunk, unless there are no more, or the run was stopped.
    pub fn next(&mut self) -> Option<Chunk> {
        while !self.stop.load(Ordering::Relaxed) {
            let input = self.inputs.get(self.input)?;
            let open = match &mut self.open {
                Some(open) => open,
                closed => match Source::open(input, &self.stop) {
                    Ok(source) => closed.insert(Open::new(source)),
                    Err(error) => {
                        let read_error =
                            Some(format!("{}: {}", input.name, cli_error::reading(&error)));
                        return Some(self.chunk(Part { read_error, ..Part::default() }));
                    }
                },
            };
            let part = match self.format {
                InputFormat::Ndjson | InputFormat::Lines => open.lines(self.size, &input.name),
                InputFormat::Json => open.values(self.size, &input.name),
            };
            if self.stop.load(Ordering::Relaxed) {
                return None;
            }
            match part {
                Some(part) => return Some(self.chunk(part)),
                None => self.next_input(),
            }
        }
        None
    }

    fn chunk(&mut self, part: Part) -> Chunk {
        let Part { text, start, first_line, pieces, read_error } = part;
        let chunk = Chunk {
            number: self.number,
            input: self.input,
            text,
            start,
            first_line,
            pieces,
            read_error,
        };
        self.number += 1;
        if chunk.read_error.is_some() {
            self.next_input();
        }
        chunk
    }

    fn next_input(&mut self) {
        self.input += 1;
        self.open = None;
    }
}

/// A chunk, as far as its input can tell.
struct Part {
    text: Text,
    start: usize,
    first_line: u64,
    pieces: Pieces,
    read_error: Option<String>,
}

impl Default for Part {
    fn default() -> Self {
        Self {
            text: Text::new(),
            start: 0,
            first_line: 1,
            pieces: Pieces::Lines { is_cut: false },
            read_error: None,
        }
    }
}

impl Open {
    fn new(source: Source) -> Self {
        Self { source, is_fresh: true, line: 1, rest: Vec::new(), whole: None }
    }

    /// The next lines; the last one of an input may lack its newline.
    fn lines(&mut self, size: usize, name: &str) -> Option<Part> {
        let mut buffer = std::mem::take(&mut self.rest);
        buffer.reserve(size.saturating_sub(buffer.len()));
        let mut scanned = 0;
        loop {
            // A line that does not fit doubles the buffer, so that a long one costs linear time.
            let wanted = size.max(buffer.len() * 2) - buffer.len();
            let end = self.read(&mut buffer, wanted);
            let newline = memchr::memrchr(b'\n', &buffer[scanned..]).map(|found| scanned + found);
            scanned = buffer.len();
            let broken = match (end, newline) {
                (End::Open, None) => continue,
                (End::Open, Some(newline)) => {
                    self.rest.reserve(size);
                    self.rest.extend_from_slice(&buffer[newline + 1..]);
                    buffer.truncate(newline + 1);
                    None
                }
                (End::Done, _) if buffer.is_empty() => return None,
                (End::Done, _) => None,
                (End::Broken(error), _) => Some(error),
            };
            let is_cut = broken.is_some() && !buffer.ends_with(b"\n");
            let first_line = self.line;
            self.line += memchr::memchr_iter(b'\n', &buffer).count() as u64;
            let read_error =
                broken.map(|error| format!("{name}:{}: {}", self.line, cli_error::reading(&error)));
            let pieces = Pieces::Lines { is_cut };
            return Some(Part {
                text: Text::from_vec(buffer),
                first_line,
                pieces,
                read_error,
                start: 0,
            });
        }
    }

    /// The next values of an input that is read as a whole, since only its end says whether it is JSON.
    fn values(&mut self, size: usize, name: &str) -> Option<Part> {
        let whole = match &mut self.whole {
            Some(whole) => whole,
            None => {
                let whole = self.read_whole(size, name);
                self.whole.insert(whole)
            }
        };
        let (start, first_line) = (whole.at, self.line);
        let bytes = whole.text.as_bytes();
        let mut pieces = Vec::new();
        let read_error = loop {
            match whole.values.next(bytes, whole.read_error.is_some()) {
                Some(piece) => {
                    whole.at = piece.range.end;
                    pieces.push(piece);
                    if whole.at - start >= size {
                        break None;
                    }
                }
                None => break whole.read_error.take(),
            }
        };
        if pieces.is_empty() && read_error.is_none() {
            return None;
        }
        self.line += memchr::memchr_iter(b'\n', &bytes[start..whole.at]).count() as u64;
        Some(Part {
            text: whole.text.clone(),
            start,
            first_line,
            pieces: Pieces::Listed(pieces),
            read_error,
        })
    }

    fn read_whole(&mut self, size: usize, name: &str) -> Whole {
        let mut buffer = Vec::new();
        let read_error = loop {
            let wanted = size.max(buffer.len());
            match self.read(&mut buffer, wanted) {
                End::Open => {}
                End::Done => break None,
                End::Broken(error) => {
                    break Some(format!("{name}: {}", cli_error::reading(&error)));
                }
            }
        };
        Whole { text: Text::from_vec(buffer), values: Values::default(), at: 0, read_error }
    }

    fn read(&mut self, buffer: &mut Vec<u8>, wanted: usize) -> End {
        let result = self.source.read_some(buffer, wanted);
        let may_be_mark =
            buffer.len() < BYTE_ORDER_MARK.len() && BYTE_ORDER_MARK.starts_with(buffer);
        if self.is_fresh && !(may_be_mark && matches!(result, Ok(1..))) {
            self.is_fresh = false;
            if buffer.starts_with(BYTE_ORDER_MARK) {
                buffer.drain(..BYTE_ORDER_MARK.len());
            }
        }
        match result {
            Ok(0) => End::Done,
            Ok(read) if !self.source.is_stream() && read < wanted => End::Done,
            Ok(_) => End::Open,
            Err(error) => End::Broken(error),
        }
    }
}
