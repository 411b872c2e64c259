//! Vectors of x86-64, all of whose processors have SSE2.

use safe_arch::{
    cmp_eq_mask_i8_m128i, m128i, min_u8_m128i, move_mask_i8_m128i, set_splat_i8_m128i,
};

use super::{LANES, Mask};

#[inline(always)]
fn splat(byte: u8) -> m128i {
    set_splat_i8_m128i(byte.cast_signed())
}

#[inline(always)]
fn mask(lanes: m128i) -> Mask {
    move_mask_i8_m128i(lanes).cast_unsigned()
}

/// The bytes that equal `byte`.
#[inline(always)]
pub(crate) fn equal(block: &[u8; LANES], byte: u8) -> Mask {
    mask(cmp_eq_mask_i8_m128i(m128i::from(*block), splat(byte)))
}

/// The bytes that JSON escapes in a string: quotes, backslashes and control characters.
#[inline(always)]
pub(crate) fn special(block: &[u8; LANES]) -> Mask {
    let block = m128i::from(*block);
    let controls = cmp_eq_mask_i8_m128i(min_u8_m128i(block, splat(0x1f)), block);
    let quotes = cmp_eq_mask_i8_m128i(block, splat(b'"'));
    let backslashes = cmp_eq_mask_i8_m128i(block, splat(b'\\'));
    mask(controls | quotes | backslashes)
}
