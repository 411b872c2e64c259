//! Comparing sixteen bytes at once with SIMD instructions.
//!
//! Reading, cutting and writing logs is mostly the search for a few bytes: quotes, spaces, what has to be
//! escaped. Processors compare sixteen bytes with one instruction.

use wide::u8x16;

/// How many bytes are looked at.
pub(crate) const LANES: usize = 16;

/// A bit for each byte that is meant, that of the first byte lowest.
pub(crate) type Mask = u32;

/// The bytes that equal `byte`.
#[inline(always)]
pub(crate) fn equal(block: &[u8; LANES], byte: u8) -> Mask {
    u8x16::new(*block).simd_eq(u8x16::splat(byte)).to_bitmask()
}

/// The bytes that JSON escapes in a string: quotes, backslashes and control characters.
#[inline(always)]
pub(crate) fn special(block: &[u8; LANES]) -> Mask {
    let block = u8x16::new(*block);
    let controls = block.min(u8x16::splat(0x1f)).simd_eq(block);
    let quotes = block.simd_eq(u8x16::splat(b'"'));
    let backslashes = block.simd_eq(u8x16::splat(b'\\'));
    (controls | quotes | backslashes).to_bitmask()
}

#[cfg(test)]
mod tests {
    use super::{LANES, equal, special};

    #[test]
    fn every_byte_is_seen_at_every_place() {
        for byte in 0..=u8::MAX {
            for place in 0..LANES {
                let other = if byte == b'a' { b'b' } else { b'a' };
                let mut block = [other; LANES];
                block[place] = byte;
                assert_eq!(equal(&block, byte), 1 << place);
                let escaped = byte < 0x20 || byte == b'"' || byte == b'\\';
                assert_eq!(special(&block), u32::from(escaped) << place, "{byte:#x} at {place}");
            }
        }
    }
}
