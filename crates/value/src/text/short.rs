//! Inline strings: short texts that lie in the value itself.

use std::ops::Range;

use super::content::Content;

/// So many bytes fit beside what is known of them.
pub(crate) const MAX_INLINE: usize = 29;

/// A text of up to [`MAX_INLINE`] bytes.
#[derive(Clone, Copy)]
pub(super) struct Short {
    content: Content,
    length: u8,
    /// What lies after the length means nothing.
    bytes: [u8; MAX_INLINE],
}

impl Short {
    /// The empty text.
    pub(super) const EMPTY: Self =
        Self { content: Content::Plain, length: 0, bytes: [0; MAX_INLINE] };

    /// The bytes and, in the highest of sixteen, how many they are, if they are no more than fifteen.
    #[inline]
    pub(super) fn as_number(&self) -> Option<u128> {
        const MOST: u8 = 15;
        if self.length > MOST {
            return None;
        }
        let block: &[u8; MOST as usize + 1] = self.bytes.first_chunk()?;
        let bits = u32::from(self.length) * 8;
        let bytes = u128::from_le_bytes(*block) & ((1 << bits) - 1);
        Some(bytes | u128::from(self.length) << 120)
    }

    /// A piece of a buffer, if it is short enough.
    #[inline]
    pub(super) fn part(buffer: &[u8], range: Range<usize>, content: Content) -> Option<Self> {
        let length =
            u8::try_from(range.len()).ok().filter(|length| *length as usize <= MAX_INLINE)?;
        let bytes = match buffer.get(range.start..).and_then(|rest| rest.first_chunk()) {
            Some(block) => *block,
            None => {
                let mut bytes = [0; MAX_INLINE];
                bytes[..range.len()].copy_from_slice(&buffer[range]);
                bytes
            }
        };
        Some(Self { content, length, bytes })
    }

    /// Becomes a piece of a buffer, if that is short enough. Written where it stays, since the processor
    /// waits when a value is moved right after the narrow writes that made it.
    #[inline(always)]
    pub(super) fn set(&mut self, buffer: &[u8], range: Range<usize>, content: Content) -> bool {
        let length = range.len();
        if length > MAX_INLINE {
            return false;
        }
        self.content = content;
        self.length = length as u8;
        // A copy whose length is known is cheaper than one that fits.
        match buffer.get(range.start..).and_then(|rest| rest.first_chunk()) {
            Some(block) => self.bytes = *block,
            None => self.bytes[..length].copy_from_slice(&buffer[range]),
        }
        true
    }

    /// Becomes the first bytes of a window, which are no more than [`MAX_INLINE`].
    #[inline(always)]
    pub(super) fn set_window(&mut self, window: &[u8; 32], length: usize, content: Content) {
        self.content = content;
        self.length = length as u8;
        self.bytes.copy_from_slice(&window[..MAX_INLINE]);
    }

    /// Two texts as one, if both fit.
    pub(super) fn concat(left: &[u8], right: &[u8], content: Content) -> Option<Self> {
        let length = left.len() + right.len();
        let mut bytes = [0; MAX_INLINE];
        let (front, back) = bytes.get_mut(..length)?.split_at_mut(left.len());
        front.copy_from_slice(left);
        back.copy_from_slice(right);
        Some(Self { content, length: u8::try_from(length).ok()?, bytes })
    }

    #[inline]
    pub(super) fn content(&self) -> Content {
        self.content
    }

    #[inline]
    pub(super) fn as_bytes(&self) -> &[u8] {
        &self.bytes[..self.len()]
    }

    #[inline]
    pub(super) fn len(&self) -> usize {
        usize::from(self.length).min(MAX_INLINE)
    }

    /// All bytes, those after the text with them.
    #[inline]
    pub(super) fn block(&self) -> &[u8; MAX_INLINE] {
        &self.bytes
    }

    pub(super) fn block_mut(&mut self) -> &mut [u8; MAX_INLINE] {
        &mut self.bytes
    }

    pub(super) fn as_str(&self) -> Option<&str> {
        match self.content {
            Content::Bytes => None,
            Content::Utf8 | Content::Plain => std::str::from_utf8(self.as_bytes()).ok(),
        }
    }
}
