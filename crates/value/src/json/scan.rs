//! The search for bytes that JSON strings cannot hold as they are, many bytes at a time.
//!
//! Reader and writer ask the same question of the same bytes: a quote, a backslash and the control
//! characters end a clean run on both sides.

/// How many bytes a step takes, as one number.
const WORD: usize = size_of::<u64>();
/// How many bytes a step over long clean runs takes.
pub(super) const STRIDE: usize = 32;

const HIGH: u64 = repeat(0x80);

const fn repeat(byte: u8) -> u64 {
    u64::from_ne_bytes([byte; WORD])
}

/// Whether JSON escapes this byte in a string. With one bit turned, the quote stands right behind the
/// control characters.
#[inline]
fn is_special(byte: u8) -> bool {
    (byte ^ 0x02) < 0x21 || byte == b'\\'
}

/// The index at or behind `from` of the first quote, backslash or control character; the length where
/// there is none.
#[inline]
pub(super) fn clean_until(bytes: &[u8], from: usize) -> usize {
    let mut at = from;
    // Most strings are short: some words before the stride is worth its start.
    for _ in 0..3 {
        match bytes.get(at..).and_then(|rest| rest.first_chunk()) {
            Some(word) => match special_in(u64::from_le_bytes(*word)) {
                Some(found) => return at + found,
                None => at += WORD,
            },
            None => return finish(bytes, at),
        }
    }
    long(bytes, at)
}

/// Whether a text holds nothing that JSON escapes. Short ones are looked at in words that overlap,
/// loaded from where the text lies.
#[inline]
pub(super) fn is_clean(bytes: &[u8]) -> bool {
    let Some(last) = bytes.last_chunk() else {
        return bytes.iter().all(|byte| !is_special(*byte));
    };
    if bytes.len() > STRIDE {
        return clean_until(bytes, 0) == bytes.len();
    }
    let (words, _) = bytes.as_chunks();
    words.iter().chain([last]).all(|word| special_in(u64::from_le_bytes(*word)).is_none())
}

#[inline]
fn is_clean_block(block: &[u8; STRIDE]) -> bool {
    // Without an early exit the compiler compares the whole block in vector registers.
    let special =
        |found, byte: &u8| found | u8::from((byte ^ 0x02) < 0x21) | u8::from(*byte == b'\\');
    block.iter().fold(0, special) == 0
}

fn long(bytes: &[u8], from: usize) -> usize {
    let mut at = from;
    while bytes[at..].first_chunk().is_some_and(is_clean_block) {
        at += STRIDE;
    }
    while let Some(word) = bytes[at..].first_chunk() {
        match special_in(u64::from_le_bytes(*word)) {
            Some(found) => return at + found,
            None => at += WORD,
        }
    }
    finish(bytes, at)
}

/// The search among the last bytes, fewer than a word.
#[inline]
fn finish(bytes: &[u8], from: usize) -> usize {
    let left = bytes.len().saturating_sub(from);
    if let Some(word) = bytes.last_chunk()
        && left > 0
    {
        // The word starts before `from`; shifted, it starts there, with zeros behind the end.
        let word = u64::from_le_bytes(*word) >> (8 * (WORD - left));
        return from + special_in(word).map_or(left, |found| found.min(left));
    }
    let rest = bytes.get(from..).unwrap_or_default();
    rest.iter().position(|byte| is_special(*byte)).map_or(bytes.len(), |found| from + found)
}

/// The first special byte of eight. A subtraction that borrows can only disturb bytes above the first
/// hit, which nobody asks for.
#[inline]
fn special_in(word: u64) -> Option<usize> {
    let controls_and_quotes = (word ^ repeat(0x02)).wrapping_sub(repeat(0x21));
    let backslashes = (word ^ repeat(b'\\')).wrapping_sub(repeat(0x01));
    let found = (controls_and_quotes | backslashes) & !word & HIGH;
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
                        let next = if place < last { last } else { length };
                        assert_eq!(clean_until(&bytes, place + 1), next);
                    }
                }
            }
        }
    }
}
