//! Cutting a line at its spaces, a machine word at a time: the fields of a log line are so short that
//! a search from space to space costs more than the fields.

use std::ops::Range;

const LANES: usize = size_of::<u64>();
const ONES: u64 = u64::MAX / 0xff;
const LOW: u64 = ONES * 0x7f;

/// The stretches between single spaces; an empty line has one, which is empty.
pub struct Words<'a> {
    line: &'a [u8],
    /// Where the block in `found` starts.
    block: usize,
    /// The spaces of the block that are still to come: the highest bit of each one's lane.
    found: u64,
    /// Where the next word starts; `None` behind the last.
    start: Option<usize>,
}

impl<'a> Words<'a> {
    /// The words of a line.
    pub fn of(line: &'a [u8]) -> Self {
        Self { line, block: 0, found: spaces(line, 0), start: Some(0) }
    }

    /// Where the rest of the line starts; `None` if every word was read.
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
            self.block += LANES;
            if self.block >= self.line.len() {
                self.start = None;
                return Some(start..self.line.len());
            }
            self.found = spaces(self.line, self.block);
        }
        let end = self.block + self.found.trailing_zeros() as usize / 8;
        self.found &= self.found - 1;
        self.start = Some(end + 1);
        Some(start..end)
    }
}

/// The spaces among the next bytes, the highest bit of each one's lane.
#[inline]
fn spaces(line: &[u8], at: usize) -> u64 {
    let block = match line.get(at..at + LANES) {
        Some(block) => u64::from_le_bytes(block.try_into().expect("a block of a word")),
        None => {
            let mut last = [0; LANES];
            let rest = &line[at.min(line.len())..];
            last[..rest.len()].copy_from_slice(rest);
            u64::from_le_bytes(last)
        }
    };
    let differs = block ^ (ONES * u64::from(b' '));
    // A lane is zero where neither its low bits nor its highest one are set.
    !(((differs & LOW) + LOW) | differs | LOW)
}

#[cfg(test)]
mod tests {
    use super::Words;

    #[test]
    fn words_are_those_of_a_plain_split() {
        let lines = [
            "",
            " ",
            "a",
            "a b",
            " a  b ",
            "0123456 89abcdef 1",
            "abcdefgh ijklmnop ",
            "é ü\u{a0}x y",
        ];
        for line in lines {
            let words: Vec<&str> = Words::of(line.as_bytes()).map(|word| &line[word]).collect();
            assert_eq!(words, line.split(' ').collect::<Vec<_>>(), "{line:?}");
        }
    }

    #[test]
    fn what_is_not_read_is_the_rest() {
        let mut words = Words::of(b"a b c");
        assert_eq!(words.next(), Some(0..1));
        assert_eq!(words.rest(), Some(2));
        assert_eq!(words.by_ref().count(), 2);
        assert_eq!(words.rest(), None);
    }
}
