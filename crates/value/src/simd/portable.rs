//! Words of eight bytes, for processors whose vectors we do not name.

use super::{LANES, Mask};

/// The lowest bit of each byte of a word.
const LOW: u64 = 0x0101_0101_0101_0101;
/// The bits of each byte but the highest.
const SEVEN: u64 = 0x7f7f_7f7f_7f7f_7f7f;
/// Multiplied with bits that are lowest in their bytes, the highest byte has all of them side by side.
const GATHER: u64 = 0x0102_0408_1020_4080;

/// The highest bit of each byte that is zero. No byte carries into the next one.
#[inline(always)]
fn zeros(word: u64) -> u64 {
    !(((word & SEVEN) + SEVEN) | word | SEVEN)
}

#[inline(always)]
fn equals(word: u64, byte: u8) -> u64 {
    zeros(word ^ (LOW * u64::from(byte)))
}

/// What `meant` says of both words, a bit a byte.
#[inline(always)]
fn mask(block: &[u8; LANES], meant: impl Fn(u64) -> u64) -> Mask {
    let (words, _) = block.as_chunks::<8>();
    let bits = |word: &[u8; 8]| {
        let highest = meant(u64::from_le_bytes(*word));
        ((highest >> 7).wrapping_mul(GATHER) >> 56) as Mask
    };
    bits(&words[0]) | bits(&words[1]) << 8
}

/// The bytes that equal `byte`.
#[inline(always)]
pub(crate) fn equal(block: &[u8; LANES], byte: u8) -> Mask {
    mask(block, |word| equals(word, byte))
}

/// The bytes that JSON escapes in a string: quotes, backslashes and control characters.
#[inline(always)]
pub(crate) fn special(block: &[u8; LANES]) -> Mask {
    mask(block, |word| {
        let controls = zeros(word & (LOW * 0xe0));
        controls | equals(word, b'"') | equals(word, b'\\')
    })
}
