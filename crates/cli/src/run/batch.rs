//! What a worker made of a chunk, on its way to the output.

use vrlet::diagnostic::LineColumn;

/// The work on one chunk. It is used again for the next one, so that its memory stays.
#[derive(Debug, Default)]
pub struct Batch {
    /// The number of the chunk.
    pub number: u64,
    /// Where the chunk begins.
    pub start: SourcePos,
    /// Where the work ended: the first line after it.
    pub end: SourcePos,
    /// Lines for the output.
    pub out: Vec<u8>,
    /// Lines for the file of errors.
    pub errors: Vec<u8>,
    /// How many events there were of each fate.
    pub counts: Counts,
    /// What failed, one entry for each cause.
    pub failures: Vec<Failure>,
    /// Where the run must end because of a failure.
    pub stopped_at: Option<SourcePos>,
    /// Why the input can't be read any further.
    pub read_error: Option<String>,
}

/// A line of an input.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct SourcePos {
    /// The position of the input among all.
    pub input: usize,
    /// The line, counted from 1.
    pub line: u64,
    /// The column, counted from 1; 0 for the line as a whole.
    pub column: u64,
}

/// How many events there were of each fate.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Counts {
    /// All events.
    pub read: u64,
    /// Lines of output.
    pub written: u64,
    /// Events whose program failed, and what is no event at all.
    pub failed: u64,
    /// Events whose program said `abort`.
    pub aborted: u64,
    /// Bytes of input.
    pub bytes: u64,
}

/// Failures of one cause.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Failure {
    /// The cause: a place in the program, or none where the event could not be read.
    pub cause: Option<LineColumn>,
    /// The first of them.
    pub place: SourcePos,
    /// What it says.
    pub message: String,
    /// How many there are.
    pub count: u64,
}

impl Batch {
    /// Makes room for another chunk.
    pub fn clear(&mut self) {
        const KEPT: usize = 4 << 20;
        for buffer in [&mut self.out, &mut self.errors] {
            buffer.clear();
            buffer.shrink_to(KEPT);
        }
        self.counts = Counts::default();
        self.failures.clear();
        self.stopped_at = None;
        self.read_error = None;
    }
}

impl Counts {
    /// Adds those of a batch.
    pub fn add(&mut self, other: Self) {
        self.read += other.read;
        self.written += other.written;
        self.failed += other.failed;
        self.aborted += other.aborted;
        self.bytes += other.bytes;
    }
}

/// Adds a failure to those of the same cause.
pub fn add_failure(failures: &mut Vec<Failure>, failure: Failure) {
    match failures.iter_mut().find(|known| known.cause == failure.cause) {
        Some(known) => known.count += failure.count,
        None => failures.push(failure),
    }
}
