//! `Counts`: the numbers of events read, written, failed, aborted.

/// How many events there were of each fate.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Counts {
    /// All events.
    pub read: u64,
    /// What was handed to the sink.
    pub written: u64,
    /// Events whose program failed, and what is no event at all.
    pub failed: u64,
    /// Events whose program said `abort`.
    pub aborted: u64,
    /// Halves of surrogate pairs, such as `"\ud800"`, that became U+FFFD, since they are no characters.
    pub replaced: u64,
    /// Bytes of input.
    pub bytes: u64,
}

impl Counts {
    pub(crate) fn add(&mut self, other: Self) {
        self.read += other.read;
        self.written += other.written;
        self.failed += other.failed;
        self.aborted += other.aborted;
        self.replaced += other.replaced;
        self.bytes += other.bytes;
    }
}
