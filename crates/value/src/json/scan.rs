//! SIMD search for the next byte that JSON escapes: a quote, a backslash or a control character.
//!
//! Reader and writer ask the same question of the same bytes: a quote, a backslash and the control
//! characters end a clean run on both sides.

use crate::simd::{LANES, special};

/// The index at or after `from` of the first quote, backslash or control character; the length where
/// there is none.
#[inline]
pub(super) fn find_escape(bytes: &[u8], from: usize) -> usize {
    let mut at = from;
    while let Some(block) = bytes.get(at..).and_then(|rest| rest.first_chunk()) {
        match special(block) {
            0 => at += LANES,
            found => return at + found.trailing_zeros() as usize,
        }
    }
    finish(bytes, at)
}

/// The search among the last bytes, fewer than a block.
#[inline]
fn finish(bytes: &[u8], from: usize) -> usize {
    let left = bytes.len().saturating_sub(from);
    let found = match bytes.last_chunk() {
        // The block starts before `from`; shifted, its bits start there.
        Some(block) => special(block) >> (LANES - left),
        None => {
            let mut block = [b' '; LANES];
            block[..left].copy_from_slice(bytes.get(from..).unwrap_or_default());
            special(&block)
        }
    };
    if found == 0 { bytes.len() } else { from + found.trailing_zeros() as usize }
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
                    assert_eq!(find_escape(&clean, from), length);
                }
                for place in 0..length {
                    for special in [b'"', b'\\', 0, 0x1f, b'\n'] {
                        let mut bytes = clean.clone();
                        bytes[place] = special;
                        let last = length - 1;
                        bytes[last] = special;
                        assert_eq!(find_escape(&bytes, 0), place);
                        assert_eq!(find_escape(&bytes, place), place);
                        let next = if place < last { last } else { length };
                        assert_eq!(find_escape(&bytes, place + 1), next);
                    }
                }
            }
        }
    }
}
