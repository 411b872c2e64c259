//! An output buffer with spare room: short pieces are written as whole blocks of fixed size, of which only
//! the front counts, and capacity is checked once a piece.

/// The longest block. It takes any key and any value that is not looked for elsewhere.
const SPARE: usize = 128;
/// By how much the buffer grows at once, at least.
const GROWTH: usize = 1024;

/// Text that grows at the end of a buffer.
pub(super) struct Output<'a> {
    buffer: &'a mut Vec<u8>,
    /// Where the text ends and the spare bytes begin.
    end: usize,
}

impl<'a> Output<'a> {
    /// Writes at the end of a buffer, after what it holds.
    #[inline]
    pub(super) fn append_to(buffer: &'a mut Vec<u8>, write: impl FnOnce(&mut Output<'_>)) {
        let mut output = Output { end: buffer.len(), buffer };
        write(&mut output);
        let Output { buffer, end } = output;
        buffer.truncate(end);
    }

    /// The spare bytes after the text.
    #[inline(always)]
    pub(super) fn spare(&mut self) -> &mut [u8; SPARE] {
        if self.buffer.len() - self.end < SPARE {
            self.grow();
        }
        self.buffer[self.end..].first_chunk_mut().expect("the buffer has grown")
    }

    #[inline(never)]
    fn grow(&mut self) {
        self.buffer.resize(self.end + SPARE + GROWTH, 0);
    }

    /// Counts spare bytes as text.
    #[inline(always)]
    pub(super) fn advance(&mut self, bytes: usize) {
        self.end += bytes.min(SPARE);
    }

    /// One byte more.
    #[inline(always)]
    pub(super) fn put(&mut self, byte: u8) {
        self.spare()[0] = byte;
        self.advance(1);
    }

    /// A block more, of which so many bytes count.
    #[inline(always)]
    pub(super) fn put_block<const N: usize>(&mut self, block: &[u8; N], length: usize) {
        self.spare()[..N].copy_from_slice(block);
        self.advance(length.min(N));
    }

    /// A few bytes more, of a text that is known when this is compiled.
    #[inline(always)]
    pub(super) fn put_word<const N: usize>(&mut self, word: &[u8; N]) {
        self.put_block(word, N);
    }

    /// Any bytes more.
    #[inline]
    pub(super) fn put_all(&mut self, bytes: &[u8]) {
        if let Some(place) = self.spare().get_mut(..bytes.len()) {
            place.copy_from_slice(bytes);
            self.advance(bytes.len());
        } else {
            self.append(|buffer| buffer.extend_from_slice(bytes));
        }
    }

    /// Appends through a writer that takes a vector.
    pub(super) fn append(&mut self, write: impl FnOnce(&mut Vec<u8>)) {
        self.buffer.truncate(self.end);
        write(self.buffer);
        self.end = self.buffer.len();
    }
}
