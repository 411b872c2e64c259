//! The search for bytes that JSON strings cannot hold as they are, many bytes at a time.
//!
//! Reader and writer ask the same question of the same bytes: a quote, a backslash and the control
//! characters end a clean run on both sides.

/// How many bytes a step takes, as one number.
const WORD: usize = size_of::<u64>();
/// How many bytes a step over long clean runs takes.
const STRIDE: usize = 32;

const HIGH: u64 = repeat(0x80);

const fn repeat(byte: u8) -> u64 {
    u64::from_ne_bytes([byte; WORD])
}

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

fn long(bytes: &[u8], from: usize) -> usize {
    let mut at = from;
    while let Some(block) = bytes[at..].first_chunk::<STRIDE>() {
        // Without an early exit the compiler compares the whole block in vector registers.
        if block.iter().fold(false, |found, byte| found | is_special(*byte)) {
            break;
        }
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
    // With one bit turned, the quote stands right behind the control characters.
    let controls_and_quotes = (word ^ repeat(0x02)).wrapping_sub(repeat(0x21));
    let backslashes = (word ^ repeat(b'\\')).wrapping_sub(repeat(0x01));
    let found = (controls_and_quotes | backslashes) & !word & HIGH;
    (found != 0).then(|| (found.trailing_zeros() / 8) as usize)
}

/// Whether two runs of the same length are equal, without a call for short ones.
#[inline]
pub(crate) fn same_bytes(a: &[u8], b: &[u8]) -> bool {
    let word = |bytes: &[u8], at: usize| {
        bytes.get(at..).and_then(|rest| rest.first_chunk()).map(|word| u64::from_ne_bytes(*word))
    };
    match a.len().min(b.len()) {
        length @ WORD..=24 => {
            let last = length - WORD;
            word(a, 0) == word(b, 0)
                && word(a, last) == word(b, last)
                && word(a, WORD.min(last)) == word(b, WORD.min(last))
        }
        _ => a == b,
    }
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

    #[test]
    fn compares_runs_of_every_length() {
        for length in 0..40 {
            let run: Vec<u8> = (0..length).collect();
            assert!(same_bytes(&run, &run.clone()));
            for place in 0..run.len() {
                let mut other = run.clone();
                other[place] ^= 0x80;
                assert!(!same_bytes(&run, &other));
            }
        }
    }
}
