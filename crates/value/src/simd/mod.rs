//! Comparing sixteen bytes at once.
//!
//! Reading, cutting and writing logs is mostly the search for a few bytes: quotes, spaces, what has to be
//! escaped. Processors compare sixteen bytes with one instruction; where we name no such instruction,
//! arithmetic on words of eight bytes does the same.

#[cfg(any(test, not(target_arch = "x86_64")))]
mod portable;
#[cfg(target_arch = "x86_64")]
mod sse2;

#[cfg(not(target_arch = "x86_64"))]
pub(crate) use portable::{equal, special};
#[cfg(target_arch = "x86_64")]
pub(crate) use sse2::{equal, special};

/// How many bytes are looked at.
pub(crate) const LANES: usize = 16;

/// A bit for each byte that is meant, that of the first byte lowest.
pub(crate) type Mask = u32;

#[cfg(test)]
mod tests {
    use super::{LANES, Mask, portable};

    fn sees_every_byte(
        equal: impl Fn(&[u8; LANES], u8) -> Mask,
        special: impl Fn(&[u8; LANES]) -> Mask,
    ) {
        for byte in 0..=u8::MAX {
            for place in 0..LANES {
                for other in [b'a', byte.wrapping_add(1), byte.wrapping_sub(1), byte ^ 0x80] {
                    let mut block = [other; LANES];
                    block[place] = byte;
                    let bits = |meant: &dyn Fn(u8) -> bool| -> Mask {
                        (0..LANES).map(|i| Mask::from(meant(block[i])) << i).sum()
                    };
                    assert_eq!(equal(&block, byte), bits(&|it| it == byte), "{block:?}");
                    let escaped = |it| it < 0x20 || it == b'"' || it == b'\\';
                    assert_eq!(special(&block), bits(&escaped), "{block:?}");
                }
            }
        }
    }

    #[test]
    fn every_byte_is_seen_at_every_place() {
        sees_every_byte(super::equal, super::special);
    }

    #[test]
    fn words_see_what_vectors_see() {
        sees_every_byte(portable::equal, portable::special);
    }
}
