//! Writing scalars as JSON: numbers, times, short values into one block.

use chrono::{DateTime, Utc};

use super::integer;
use super::output::Output;
use crate::text::MAX_INLINE;
use crate::{Float, Value, write_timestamp};

/// How many bytes a short value takes at most: a text and its quotes.
pub(super) const SHORT: usize = MAX_INLINE + 3;

/// Writes a value that is known to take few bytes: how many it takes, if `value` is such a value.
#[inline(always)]
pub(super) fn write_short(value: &Value, out: &mut [u8; SHORT]) -> Option<usize> {
    match value {
        Value::Bytes(text) => {
            let (block, length) = text.plain_block()?;
            out[0] = b'"';
            out[1..=MAX_INLINE].copy_from_slice(block);
            out[1 + length] = b'"';
            Some(length + 2)
        }
        Value::Null => {
            out[..4].copy_from_slice(b"null");
            Some(4)
        }
        Value::Integer(number) => Some(integer::write(*number, out)),
        _ => None,
    }
}

#[inline(always)]
pub(super) fn write_boolean(boolean: bool, out: &mut Output<'_>) {
    if boolean { out.put_word(b"true") } else { out.put_word(b"false") }
}

#[inline(always)]
pub(super) fn write_integer(number: i64, out: &mut Output<'_>) {
    out.put_all(itoa::Buffer::new().format(number).as_bytes());
}

/// Writes the digits that were read, or the shortest that read back as the same float; JSON has no
/// infinity, so that is null.
pub(super) fn write_float(number: &Float, out: &mut Output<'_>) {
    if let Some(digits) = number.digits() {
        out.put_all(digits.as_bytes());
    } else if number.is_finite() {
        out.put_all(zmij::Buffer::new().format_finite(number.into_inner()).as_bytes());
    } else {
        out.put_word(b"null");
    }
}

pub(super) fn write_time(time: &DateTime<Utc>, out: &mut Output<'_>) {
    out.append(|buffer| {
        buffer.push(b'"');
        write_timestamp(time, buffer);
        buffer.push(b'"');
    });
}
