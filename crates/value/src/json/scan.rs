//! The search for bytes that JSON strings cannot hold as they are, many bytes at a time.
//!
//! Reader and writer ask the same question of the same bytes: a quote, a backslash and the control
//! characters end a clean run on both sides.

const ONES: u64 = u64::from_ne_bytes([0x01; 8]);
const HIGH: u64 = u64::from_ne_bytes([0x80; 8]);
const QUOTES: u64 = u64::from_ne_bytes([b'"'; 8]);
const BACKSLASHES: u64 = u64::from_ne_bytes([b'\\'; 8]);
const BLANKS: u64 = u64::from_ne_bytes([b' '; 8]);

/// How many bytes a step over long clean runs takes.
const STRIDE: usize = 32;

/// Whether JSON escapes this byte in a string.
#[inline]
fn is_special(byte: u8) -> bool {
    byte < b' ' || byte == b'"' || byte == b'\\'
}

/// The index at or behind `from` of the first quote, backslash or control character; the length where
/// there is none.
#[inline]
pub(super) fn clean_until(bytes: &[u8], from: usize) -> usize {
    let mut at = from;
    // Most strings are short: two words before the stride is worth its start.
    for _ in 0..2 {
        match bytes.get(at..).and_then(|rest| rest.first_chunk::<8>()) {
            Some(word) => match special_in(*word) {
                Some(found) => return at + found,
                None => at += 8,
            },
            None => return finish(bytes, at),
        }
    }
    long(bytes, at)
}

fn long(bytes: &[u8], from: usize) -> usize {
    let mut at = from;
    while let Some(block) = bytes[at..].first_chunk::<STRIDE>() {
        // Without an early exit the compiler compares the whole block in vector registers.
        if block.iter().fold(false, |found, byte| found | is_special(*byte)) {
            break;
        }
        at += STRIDE;
    }
    while let Some(word) = bytes[at..].first_chunk::<8>() {
        match special_in(*word) {
            Some(found) => return at + found,
            None => at += 8,
        }
    }
    finish(bytes, at)
}

fn finish(bytes: &[u8], from: usize) -> usize {
    bytes[from..]
        .iter()
        .position(|byte| is_special(*byte))
        .map_or(bytes.len(), |found| from + found)
}

/// The first special byte of eight. A subtraction that borrows can only disturb bytes above the first
/// hit, which nobody asks for.
#[inline]
fn special_in(word: [u8; 8]) -> Option<usize> {
    let word = u64::from_le_bytes(word);
    let quotes = word ^ QUOTES;
    let backslashes = word ^ BACKSLASHES;
    let found = (word.wrapping_sub(BLANKS) & !word)
        | (quotes.wrapping_sub(ONES) & !quotes)
        | (backslashes.wrapping_sub(ONES) & !backslashes);
    let found = found & HIGH;
    (found != 0).then(|| (found.trailing_zeros() / 8) as usize)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_first_special_byte_at_every_place() {
        for length in 0..100 {
            for fill in [b'a', 0xff, 0x80, 0x7f, b' ', b'#', b'!', b'[', b']'] {
                let clean = vec![fill; length];
                for from in 0..=length {
                    assert_eq!(clean_until(&clean, from), length);
                }
                for place in 0..length {
                    for special in [b'"', b'\\', 0, 0x1f, b'\n'] {
                        let mut bytes = clean.clone();
                        bytes[place] = special;
                        let last = length - 1;
                        bytes[last] = special;
                        assert_eq!(clean_until(&bytes, 0), place);
                        assert_eq!(clean_until(&bytes, place), place);
                        assert_eq!(
                            clean_until(&bytes, place + 1),
                            if place < last { last } else { length }
                        );
                    }
                }
            }
        }
    }
}
