//! An output buffer behind a block of fixed size: short pieces are written as whole words of fixed size, of
//! which only the front counts, and capacity is checked once a piece. What the block holds is appended to the
//! buffer when it is full, and at the end.

use std::cell::RefCell;

/// The longest short piece. It takes any key and any value that is not looked for elsewhere.
pub(super) const SPARE: usize = 128;
/// The size of the block, of which the last [`SPARE`] bytes are not filled.
const BLOCK: usize = 4096;

thread_local! {
    static SCRATCH: RefCell<[u8; BLOCK]> = const { RefCell::new([0; BLOCK]) };
}

/// Text that grows at the end of a buffer.
pub(super) struct Output<'a> {
    block: &'a mut [u8; BLOCK],
    /// How much of the block is text that the buffer does not have yet.
    end: usize,
    buffer: &'a mut Vec<u8>,
}

impl<'a> Output<'a> {
    /// Writes at the end of a buffer, after what it holds.
    #[inline]
    pub(super) fn append_to(buffer: &'a mut Vec<u8>, write: impl FnOnce(&mut Output<'_>)) {
        let mut write = Some(write);
        let mut run = |block: &mut [u8; BLOCK]| {
            if let Some(write) = write.take() {
                let mut output = Output { block, end: 0, buffer };
                write(&mut output);
                output.flush();
            }
        };
        let done =
            SCRATCH.try_with(|block| block.try_borrow_mut().map(|mut block| run(&mut block)));
        if !matches!(done, Ok(Ok(()))) {
            run(&mut [0; BLOCK]);
        }
    }

    /// Appends the text of the block to the buffer.
    #[inline(never)]
    fn flush(&mut self) {
        self.buffer.extend_from_slice(&self.block[..self.end.min(BLOCK)]);
        self.end = 0;
    }

    /// The spare bytes after the text.
    #[inline(always)]
    pub(super) fn spare(&mut self) -> &mut [u8; SPARE] {
        if self.end > BLOCK - SPARE {
            self.flush();
        }
        self.block[self.end..].first_chunk_mut().expect("the block has spare bytes")
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

    /// A few bytes more, of a text that is known when this is compiled.
    #[inline(always)]
    pub(super) fn put_word<const N: usize>(&mut self, word: &[u8; N]) {
        self.spare()[..N].copy_from_slice(word);
        self.advance(N);
    }

    /// Any bytes more.
    #[inline]
    pub(super) fn put_all(&mut self, bytes: &[u8]) {
        if let Some(place) = self.block.get_mut(self.end..self.end + bytes.len()) {
            place.copy_from_slice(bytes);
            self.end += bytes.len();
        } else {
            self.append(|buffer| buffer.extend_from_slice(bytes));
        }
    }

    /// Appends through a writer that takes a vector.
    pub(super) fn append(&mut self, write: impl FnOnce(&mut Vec<u8>)) {
        self.flush();
        write(self.buffer);
    }
}
