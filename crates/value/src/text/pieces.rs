//! Slicing many pieces out of one text: what is known of the text is looked up once.

use std::ops::Range;

use super::content::Content;
use super::{Repr, Text};

/// A text that pieces are cut from: what is known of it is looked up once.
#[derive(Clone, Copy)]
pub struct Pieces<'a> {
    text: &'a Text,
    bytes: &'a [u8],
    content: Content,
}

impl Text {
    /// The text, for many pieces to be cut from it.
    #[must_use]
    #[inline]
    pub fn pieces(&self) -> Pieces<'_> {
        Pieces { text: self, bytes: self.as_bytes(), content: self.content() }
    }
}

impl<'a> Pieces<'a> {
    /// The bytes of the whole text.
    #[must_use]
    #[inline]
    pub fn bytes(&self) -> &'a [u8] {
        self.bytes
    }

    /// Makes `piece`, a text that is there already, what lies in a range whose ends stand between
    /// characters: [`Text::slice`] without a detour, since the processor waits when a value is moved right
    /// after the narrow writes that made it.
    #[inline(always)]
    pub fn cut(&self, range: Range<usize>, piece: &mut Text) {
        if let Repr::Short(short) = &mut piece.0
            && self.content != Content::Bytes
            && short.set(self.bytes, range.clone(), self.content)
        {
            return;
        }
        self.cut_long(range, piece);
    }

    #[inline(never)]
    fn cut_long(&self, range: Range<usize>, piece: &mut Text) {
        *piece = self.text.slice(range);
    }
}
