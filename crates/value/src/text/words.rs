//! SIMD splitting of a text at spaces: the fields of a log line are so short that a search from space to
//! space costs more than the fields.

use std::ops::Range;

use super::Text;
use crate::simd::{LANES, equal};

/// How many bytes are searched at once: a bit for each fits a number.
const BLOCK: usize = 4 * LANES;

/// The stretches of a text between single spaces; an empty text has one, which is empty.
pub struct Words<'a> {
    bytes: &'a [u8],
    /// Where the block in `found` starts.
    block: usize,
    /// The spaces of the block that are still to come.
    found: u64,
    /// Where the next word starts; `None` after the last.
    start: Option<usize>,
}

impl Text {
    /// The stretches between single spaces.
    #[must_use]
    #[inline]
    pub fn words(&self) -> Words<'_> {
        let bytes = self.as_bytes();
        Words { bytes, block: 0, found: spaces(bytes, 0), start: Some(0) }
    }
}

impl Words<'_> {
    /// Where the rest of the text starts; `None` if every word was read.
    #[must_use]
    pub fn rest(&self) -> Option<usize> {
        self.start
    }
}

impl Iterator for Words<'_> {
    type Item = Range<usize>;

    #[inline]
    fn next(&mut self) -> Option<Range<usize>> {
        let start = self.start?;
        while self.found == 0 {
            self.block += BLOCK;
            if self.block >= self.bytes.len() {
                self.start = None;
                return Some(start..self.bytes.len());
            }
            self.found = spaces(self.bytes, self.block);
        }
        let end = self.block + self.found.trailing_zeros() as usize;
        self.found &= self.found - 1;
        self.start = Some(end + 1);
        Some(start..end)
    }
}

/// The spaces among the next bytes.
#[inline]
fn spaces(bytes: &[u8], at: usize) -> u64 {
    let rest = bytes.get(at..).unwrap_or_default();
    if let Some(block) = rest.first_chunk::<BLOCK>() {
        let (parts, _) = block.as_chunks();
        return parts.iter().rev().fold(0, |found, part| found << LANES | of(part));
    }
    let (parts, left) = rest.as_chunks();
    let mut last = [0; LANES];
    last[..left.len()].copy_from_slice(left);
    parts.iter().rev().fold(of(&last), |found, part| found << LANES | of(part))
}

#[inline(always)]
fn of(part: &[u8; LANES]) -> u64 {
    u64::from(equal(part, b' '))
}

#[cfg(test)]
mod tests {
    use crate::Text;

    #[test]
    fn words_are_those_of_a_plain_split() {
        let long = "0123456 89abcdef ".repeat(20);
        let mut lines: Vec<String> = (0..long.len()).map(|end| long[..end].to_owned()).collect();
        let others = ["", " ", "a", "a b", " a  b ", "abcdefgh ijklmnop ", "é ü\u{a0}x y"];
        lines.extend(others.map(str::to_owned));
        for line in lines {
            let text = Text::from(line.as_str());
            let found: Vec<&str> = text.words().map(|word| &line[word]).collect();
            assert_eq!(found, line.split(' ').collect::<Vec<_>>(), "{line:?}");
            for range in text.words() {
                let mut word = Text::empty_inline();
                text.pieces().cut(range.clone(), &mut word);
                assert_eq!(word.as_str(), Some(&line[range]), "{line:?}");
            }
        }
    }

    #[test]
    fn a_text_of_any_bytes_has_words_too() {
        let text = Text::from_bytes(b"a\xff \xc3\xa9");
        let words: Vec<_> = text.words().collect();
        assert_eq!(words, [0..2, 3..5]);
        let mut word = Text::empty_inline();
        text.pieces().cut(3..5, &mut word);
        assert_eq!(word.as_str(), Some("é"));
    }

    #[test]
    fn what_is_not_read_is_the_rest() {
        let text = Text::from("a b c");
        let mut words = text.words();
        assert_eq!(words.next(), Some(0..1));
        assert_eq!(words.rest(), Some(2));
        assert_eq!(words.by_ref().count(), 2);
        assert_eq!(words.rest(), None);
    }
}
