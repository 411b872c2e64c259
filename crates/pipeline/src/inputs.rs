//! `Inputs`: a source that cuts inputs, one after the other, into chunks of whole events.
//!
//! Workers wait while somebody is here, so bytes are read, cut at the last newline, and nothing more:
//! counting lines and making sure of UTF-8 is for the workers. Only an input that is read as a whole has
//! to be looked through for where its values end.

use std::collections::VecDeque;
use std::io;
use std::sync::Arc;

use vrlet::Text;

use crate::cancel::Cancel;
use crate::chunk::{Chunk, Content};
use crate::format::Format;
use crate::frames::Frames;
use crate::input::{Input, InputBytes};
use crate::json_values::Values;
use crate::read_error::ReadError;
use crate::source::Source;

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// How many bytes a chunk has unless said: enough that taking turns costs nothing, few enough to stay in
/// the cache.
pub(crate) const CHUNK: usize = 256 * 1024;

/// Inputs, read one after the other as far as they are wanted.
///
/// ```
/// use vrlet_pipeline::{Cancel, Format, Input, Inputs, Source};
///
/// let inputs = [Input::file("events.ndjson.gz"), Input::bytes("memory", "{}\n")];
/// let mut inputs = Inputs::new(inputs, Format::Ndjson).chunk_size(64 * 1024);
/// let first = inputs.next(&Cancel::new()).expect("a chunk");
/// assert!(first.read_error.is_some(), "there is no such file; the next input follows");
/// ```
#[derive(Debug)]
pub struct Inputs {
    waiting: VecDeque<Input>,
    format: Format,
    has_header: bool,
    size: usize,
    current: Option<Current>,
}

/// The input whose turn it is.
#[derive(Debug)]
struct Current {
    name: Arc<str>,
    bytes: InputBytes,
    /// Whether nothing was read yet.
    is_fresh: bool,
    /// Whether a chunk was cut already.
    continues: bool,
    /// The first line, where it says what the others hold.
    header: Option<Text>,
    /// Bytes that were read but are not part of a chunk yet.
    rest: Vec<u8>,
    /// The values of an input that is read as a whole.
    whole: Option<Whole>,
}

#[derive(Debug)]
struct Whole {
    bytes: Vec<u8>,
    values: Values,
    /// Up to where chunks were cut.
    at: usize,
    error: Option<io::Error>,
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

impl Inputs {
    /// Inputs of one format.
    #[must_use]
    pub fn new(inputs: impl IntoIterator<Item = Input>, format: Format) -> Self {
        let waiting = inputs.into_iter().collect();
        Self { waiting, format, has_header: false, size: CHUNK, current: None }
    }

    /// Whether the first line of each input is no event but says what the lines of this input hold, as in
    /// flow logs: it stands beside the events that follow it, in their metadata as `header`
    /// ([`Chunk::header`]).
    ///
    /// ```
    /// use vrlet::Engine;
    /// use vrlet_pipeline::{Format, Input, Inputs, JsonLines, MemorySink, Pipeline};
    ///
    /// let source = r#". = parse_aws_vpc_flow_log!(.message, format: string!(%header))"#;
    /// let program = Engine::builder().build().compile(source)?;
    /// let input = Input::bytes("flow.log", "version account-id action\n2 123456789010 ACCEPT\n");
    /// let mut sink = MemorySink::default();
    /// let inputs = Inputs::new([input], Format::Lines).header(true);
    /// Pipeline::new(program).run(inputs, JsonLines::default(), &mut sink);
    /// assert_eq!(sink.output, b"{\"version\":2,\"account_id\":\"123456789010\",\"action\":\"ACCEPT\"}\n");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn header(self, has_header: bool) -> Self {
        Self { has_header, ..self }
    }

    /// How many bytes a chunk should have: [`Pipeline::chunk_size`](crate::Pipeline::chunk_size) knows a
    /// good number. A longer event makes a longer chunk.
    #[must_use]
    pub fn chunk_size(self, size: usize) -> Self {
        Self { size: size.max(1), ..self }
    }
}

impl Source for Inputs {
    fn next(&mut self, cancel: &Cancel) -> Option<Chunk> {
        while !cancel.is_cancelled() {
            let current = match &mut self.current {
                Some(current) => current,
                closed => {
                    let Input { name, open } = self.waiting.pop_front()?;
                    match open() {
                        Ok(bytes) => closed.insert(Current::new(name, bytes)),
                        Err(error) => return Some(unopened(name, self.format, error)),
                    }
                }
            };
            let chunk = match self.format {
                Format::Ndjson | Format::Lines => {
                    current.lines(self.format, self.has_header, self.size, cancel)
                }
                Format::Json => current.values(self.size, cancel),
            };
            if cancel.is_cancelled() {
                return None;
            }
            if chunk.as_ref().is_none_or(|chunk| chunk.read_error.is_some()) {
                self.current = None;
            }
            if chunk.is_some() {
                return chunk;
            }
        }
        None
    }
}

/// The chunk of an input that can't be opened: just that.
fn unopened(source: Arc<str>, format: Format, error: io::Error) -> Chunk {
    let read_error = Some(ReadError { source: Arc::clone(&source), line: None, error });
    Chunk { read_error, ..Chunk::lines(source, format, Vec::new()) }
}

impl Current {
    fn new(name: Arc<str>, bytes: InputBytes) -> Self {
        Self {
            name,
            bytes,
            is_fresh: true,
            continues: false,
            header: None,
            rest: Vec::new(),
            whole: None,
        }
    }

    /// The next lines; the last one of an input may lack its newline.
    fn lines(
        &mut self,
        format: Format,
        has_header: bool,
        size: usize,
        cancel: &Cancel,
    ) -> Option<Chunk> {
        let mut buffer = std::mem::take(&mut self.rest);
        buffer.reserve(size.saturating_sub(buffer.len()));
        let mut scanned = 0;
        loop {
            // A line that does not fit doubles the buffer, so that a long one costs linear time.
            let wanted = size.max(buffer.len() * 2) - buffer.len();
            let end = self.read(&mut buffer, wanted, cancel);
            let newline = memchr::memrchr(b'\n', &buffer[scanned..]).map(|found| scanned + found);
            scanned = buffer.len();
            let error = match (end, newline) {
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
            let is_cut = error.is_some() && !buffer.ends_with(b"\n");
            if has_header && self.header.is_none() {
                let first = Frames::lines(&buffer, format, is_cut).next();
                self.header = first.map(|frame| Text::from_bytes(&buffer[frame.range]));
            }
            let content = Content::Lines { bytes: buffer, is_cut };
            let chunk = self.chunk(format, content, Some(0), error);
            return Some(chunk.header(self.header.clone()));
        }
    }

    /// The next values of an input that is read as a whole, since only its end says whether it is JSON.
    fn values(&mut self, size: usize, cancel: &Cancel) -> Option<Chunk> {
        let mut whole = match self.whole.take() {
            Some(whole) => whole,
            None => self.read_whole(size, cancel),
        };
        let start = whole.at;
        let mut pieces = Vec::new();
        let error = loop {
            let Some(mut piece) = whole.values.next(&whole.bytes, whole.error.is_some()) else {
                break whole.error.take();
            };
            whole.at = piece.range.end;
            piece.range = piece.range.start - start..piece.range.end - start;
            pieces.push(piece);
            if whole.at - start >= size {
                break None;
            }
        };
        if pieces.is_empty() && error.is_none() {
            return None;
        }
        let bytes = whole.bytes[start..whole.at].to_vec();
        self.whole = Some(whole);
        Some(self.chunk(Format::Json, Content::Pieces { bytes, pieces }, None, error))
    }

    fn read_whole(&mut self, size: usize, cancel: &Cancel) -> Whole {
        let mut bytes = Vec::new();
        let error = loop {
            let wanted = size.max(bytes.len());
            match self.read(&mut bytes, wanted, cancel) {
                End::Open => {}
                End::Done => break None,
                End::Broken(error) => break Some(error),
            }
        };
        Whole { bytes, values: Values::default(), at: 0, error }
    }

    fn read(&mut self, buffer: &mut Vec<u8>, wanted: usize, cancel: &Cancel) -> End {
        let result = self.bytes.read_some(buffer, wanted, cancel);
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
            Ok(read) if !self.bytes.is_stream() && read < wanted => End::Done,
            Ok(_) => End::Open,
            Err(error) => End::Broken(error),
        }
    }

    /// `line` is where a read error stands, from the end of the chunk.
    fn chunk(
        &mut self,
        format: Format,
        content: Content,
        line: Option<u64>,
        error: Option<io::Error>,
    ) -> Chunk {
        let source = Arc::clone(&self.name);
        let read_error = error.map(|error| ReadError { source: Arc::clone(&source), line, error });
        let continues = std::mem::replace(&mut self.continues, true);
        Chunk { read_error, continues, ..Chunk::new(source, format, content) }
    }
}
