//! An output buffer with spare room: short pieces are written as whole blocks of fixed size, of which only
//! the front counts, and capacity is checked once a piece.

/// The longest block. It takes any key and any value that is not looked for elsewhere.
const ROOM: usize = 128;
/// So much room is made at once, at least.
const STEP: usize = 1024;

/// Text that grows at the end of a buffer.
pub(super) struct Output<'a> {
    buffer: &'a mut Vec<u8>,
    /// Where the text ends and the room begins.
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

    /// The room after the text.
    #[inline(always)]
    pub(super) fn room(&mut self) -> &mut [u8; ROOM] {
        if self.buffer.len() - self.end < ROOM {
            self.make_room();
        }
        self.buffer[self.end..].first_chunk_mut().expect("room was made")
    }

    #[inline(never)]
    fn make_room(&mut self) {
        self.buffer.resize(self.end + ROOM + STEP, 0);
    }

    /// Counts bytes of the room as text.
    #[inline(always)]
    pub(super) fn advance(&mut self, bytes: usize) {
        self.end += bytes.min(ROOM);
    }

    /// One byte more.
    #[inline(always)]
    pub(super) fn put(&mut self, byte: u8) {
        self.room()[0] = byte;
        self.advance(1);
    }

    /// A block more, of which so many bytes count.
    #[inline(always)]
    pub(super) fn put_block<const N: usize>(&mut self, block: &[u8; N], length: usize) {
        self.room()[..N].copy_from_slice(block);
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
        if let Some(place) = self.room().get_mut(..bytes.len()) {
            place.copy_from_slice(bytes);
            self.advance(bytes.len());
        } else {
            self.append(|buffer| buffer.extend_from_slice(bytes));
        }
    }

    /// What somebody writes who knows of no room.
    pub(super) fn append(&mut self, write: impl FnOnce(&mut Vec<u8>)) {
        self.buffer.truncate(self.end);
        write(self.buffer);
        self.end = self.buffer.len();
    }
}
