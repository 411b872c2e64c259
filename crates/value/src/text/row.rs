//! Cutting a line of fields at its spaces straight into a row of values.
//!
//! First all spaces of the line are found, sixteen bytes at a time; then each field is read from a window of
//! fixed size, whose copies and comparisons need no loop, and its value is made where it stays.

use super::content::Content;
use super::short::MAX_INLINE;
use super::{Repr, Text};
use crate::Value;
use crate::simd::{LANES, equal};

/// So many fields a line can have here; every format of flow logs has fewer.
const MAX_FIELDS: usize = 128;
/// How many bytes are searched at once: a bit for each fits a number.
const BLOCK: usize = 4 * LANES;
/// What is looked at of a field: a short text and a bit more.
const WINDOW: usize = 32;

/// What a field of a line holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FieldContent {
    /// Text.
    Text,
    /// A whole number.
    Integer,
}

impl Text {
    /// Makes `row` the fields of a line, which stand between single spaces: one value for each of `fields`,
    /// null for `-`. `false` where the line has another number of fields, a number that is none or does not
    /// fit 16 digits, or is not UTF-8; the row means nothing then.
    #[must_use]
    #[inline]
    pub fn split_into(&self, fields: &[FieldContent], row: &mut [Value]) -> bool {
        let (bytes, content) = (self.as_bytes(), self.content());
        let mut ends = [0; MAX_FIELDS];
        if content == Content::Bytes
            || row.len() != fields.len()
            || ends_of_fields(bytes, &mut ends) != Some(fields.len())
        {
            return false;
        }
        let tail = Tail::of(bytes);
        let mut start = 0;
        for ((slot, field), end) in row.iter_mut().zip(fields).zip(&ends) {
            let (from, end) = (start, *end as usize);
            start = end + 1;
            let length = end.saturating_sub(from);
            let window = bytes.get(from..).and_then(|rest| rest.first_chunk());
            let Some(window) = window.or_else(|| tail.window(from)) else { return false };
            if length == 1 && window[0] == b'-' {
                slot.put(Value::Null);
            } else if *field == FieldContent::Integer {
                let Some(number) = integer(window, length) else { return false };
                slot.put(Value::Integer(number));
            } else if length <= MAX_INLINE {
                if !matches!(slot, Value::Bytes(Self(Repr::Short(_)))) {
                    slot.put(Value::Bytes(Self::empty_inline()));
                }
                if let Value::Bytes(Self(Repr::Short(short))) = slot {
                    short.set_window(window, length, content);
                }
            } else {
                slot.put(Value::Bytes(self.slice(from..end)));
            }
        }
        true
    }
}

/// The end of a line and spaces after it: the windows of fields so near the end that the line has none.
struct Tail {
    start: usize,
    bytes: [u8; 2 * WINDOW],
}

impl Tail {
    #[inline]
    fn of(line: &[u8]) -> Self {
        let mut bytes = [b' '; 2 * WINDOW];
        match line.last_chunk::<WINDOW>() {
            Some(last) => bytes[..WINDOW].copy_from_slice(last),
            None => bytes[..line.len()].copy_from_slice(line),
        }
        Self { start: line.len().saturating_sub(WINDOW), bytes }
    }

    /// The window of a field that starts at `from`.
    #[inline]
    fn window(&self, from: usize) -> Option<&[u8; WINDOW]> {
        self.bytes.get(from.checked_sub(self.start)?..)?.first_chunk()
    }
}

/// Where the fields end, and how many there are; `None` where there are too many.
#[inline]
fn ends_of_fields(bytes: &[u8], ends: &mut [u32; MAX_FIELDS]) -> Option<usize> {
    let (blocks, rest) = bytes.as_chunks::<BLOCK>();
    let mut count = 0;
    let mut at = 0;
    for block in blocks {
        count = add_ends(spaces(block), at, ends, count)?;
        at += BLOCK as u32;
    }
    let mut block = [0; BLOCK];
    block[..rest.len()].copy_from_slice(rest);
    count = add_ends(spaces(&block), at, ends, count)?;
    *ends.get_mut(count)? = u32::try_from(bytes.len()).ok()?;
    Some(count + 1)
}

#[inline(always)]
fn add_ends(
    mut spaces: u64,
    at: u32,
    ends: &mut [u32; MAX_FIELDS],
    mut count: usize,
) -> Option<usize> {
    while spaces != 0 {
        *ends.get_mut(count)? = at + spaces.trailing_zeros();
        count += 1;
        spaces &= spaces - 1;
    }
    Some(count)
}

/// A bit for each space of a block.
#[inline(always)]
fn spaces(block: &[u8; BLOCK]) -> u64 {
    let (parts, _) = block.as_chunks::<LANES>();
    let of = |part: usize| u64::from(equal(&parts[part], b' ')) << (part * LANES);
    of(0) | of(1) | of(2) | of(3)
}

/// The number that the first bytes of a window are, if they are up to sixteen digits.
#[inline(always)]
fn integer(window: &[u8; WINDOW], length: usize) -> Option<i64> {
    const HALF: usize = 8;
    let number = if length.wrapping_sub(1) < HALF {
        digits(window.first_chunk()?, length)?
    } else if length.wrapping_sub(1) < 2 * HALF {
        let high = digits(window.first_chunk()?, length - HALF)?;
        high * 100_000_000 + digits(window.get(length - HALF..)?.first_chunk()?, HALF)?
    } else {
        return None;
    };
    i64::try_from(number).ok()
}

/// The number that the first `length` bytes of eight are, one to eight digits: all are computed with at once,
/// as pairs, then as fours, then as eight.
#[inline(always)]
fn digits(bytes: &[u8; 8], length: usize) -> Option<u64> {
    const ZEROS: u64 = 0x3030_3030_3030_3030;
    // The first digit is the lowest byte; shifted, those before it are zeros.
    let shift = 64 - 8 * length as u32;
    let word = (u64::from_le_bytes(*bytes) ^ ZEROS) << shift;
    // A byte above nine carries into its highest bit, or has it set.
    if (word | word.wrapping_add(0x7676_7676_7676_7676)) & 0x8080_8080_8080_8080 != 0 {
        return None;
    }
    let pairs = word.wrapping_mul(10).wrapping_add(word >> 8);
    let even = (pairs & 0x0000_00ff_0000_00ff).wrapping_mul(0x000f_4240_0000_0064);
    let odd = ((pairs >> 16) & 0x0000_00ff_0000_00ff).wrapping_mul(0x0000_2710_0000_0001);
    Some(even.wrapping_add(odd) >> 32)
}

#[cfg(test)]
mod tests {
    use super::{FieldContent, WINDOW, digits, integer};
    use crate::{Text, Value};

    #[test]
    fn digits_are_numbers() {
        for number in (0..100_000_000_u64).step_by(9973).chain([0, 9, 10, 99_999_999]) {
            for number in [number, number * 77_777_777 + 1] {
                let text = number.to_string();
                let mut window = [b' '; WINDOW];
                window[..text.len()].copy_from_slice(text.as_bytes());
                let expected = if text.len() > 16 { None } else { i64::try_from(number).ok() };
                assert_eq!(integer(&window, text.len()), expected, "{number}");
            }
        }
    }

    #[test]
    fn what_is_no_digit_is_seen_at_every_place() {
        for byte in 0..=u8::MAX {
            for place in 0..8 {
                let mut bytes = *b"12345678";
                bytes[place] = byte;
                assert_eq!(digits(&bytes, 8).is_some(), byte.is_ascii_digit(), "{byte} at {place}");
            }
        }
    }

    #[test]
    fn fields_are_those_of_a_plain_split_whatever_the_row_held() {
        let fields = [FieldContent::Text, FieldContent::Integer, FieldContent::Text];
        let long = "x".repeat(70);
        let texts = ["", "-", "a", "é", "10.0.0.1", "2001:db8:0000:0000:0000:0000:0:1", &long];
        let numbers = ["-", "0", "007", "12345678", "123456789", "9999999999999999"];
        let mut row = vec![Value::from("left over"), Value::from(7), Value::from(long.as_str())];
        for first in texts {
            for number in numbers {
                for last in texts {
                    let line = format!("{first} {number} {last}");
                    let line = Text::from(line);
                    assert!(line.split_into(&fields, &mut row), "{line}");
                    let text = |text: &str| match text {
                        "-" => Value::Null,
                        text => Value::from(text),
                    };
                    let number = number.parse::<i64>().map_or(Value::Null, Value::from);
                    assert_eq!(row, [text(first), number, text(last)], "{line}");
                }
            }
        }
    }

    #[test]
    fn lines_of_another_form_are_refused() {
        let fields = [FieldContent::Text, FieldContent::Integer];
        let mut row = vec![Value::Null; 2];
        for line in ["", "a", "a 1 2", "a b", "a -1", "a +1", "a ", "a 12345678901234567", "a 1 "] {
            assert!(!Text::from(line).split_into(&fields, &mut row), "{line:?}");
        }
        assert!(!Text::from_bytes(b"\xff 1").split_into(&fields, &mut row));
        let many = "1 ".repeat(300);
        assert!(!Text::from(many.as_str()).split_into(&fields, &mut row));
    }
}
