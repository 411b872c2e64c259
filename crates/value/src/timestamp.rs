//! Timestamps as text: RFC 3339 in UTC, with as many digits of the second as are needed by threes.

use std::ops::Deref;

use chrono::{DateTime, Datelike, Timelike, Utc};

/// Room for a year of six digits with a sign, and nanoseconds.
const MAX_LENGTH: usize = 33;

/// The text of a timestamp, on the stack.
#[derive(Clone, Copy)]
pub struct TimestampText {
    bytes: [u8; MAX_LENGTH],
    length: usize,
}

impl TimestampText {
    /// Writes `2020-01-01T00:00:00Z`, with 3, 6 or 9 digits after a point where the second is not
    /// whole; a year outside of 0 to 9999 has a sign.
    #[must_use]
    pub fn new(time: &DateTime<Utc>) -> Self {
        let mut text = Self { bytes: [0; MAX_LENGTH], length: 0 };
        let date = time.date_naive();
        let year = date.year();
        if !(0..=9999).contains(&year) {
            text.push(if year < 0 { b'-' } else { b'+' });
        }
        let year = year.unsigned_abs();
        text.digits(
            year,
            if year > 99_999 {
                6
            } else if year > 9999 {
                5
            } else {
                4
            },
        );
        text.push(b'-');
        text.digits(date.month(), 2);
        text.push(b'-');
        text.digits(date.day(), 2);
        text.push(b'T');
        let second = time.num_seconds_from_midnight();
        // A leap second is kept as nanoseconds beyond the last second of the minute.
        let (leap, nanosecond) =
            (time.nanosecond() / 1_000_000_000, time.nanosecond() % 1_000_000_000);
        text.digits(second / 3600, 2);
        text.push(b':');
        text.digits(second / 60 % 60, 2);
        text.push(b':');
        text.digits(second % 60 + leap, 2);
        if nanosecond > 0 {
            text.push(b'.');
            if nanosecond.is_multiple_of(1_000_000) {
                text.digits(nanosecond / 1_000_000, 3);
            } else if nanosecond.is_multiple_of(1000) {
                text.digits(nanosecond / 1000, 6);
            } else {
                text.digits(nanosecond, 9);
            }
        }
        text.push(b'Z');
        text
    }

    /// The text as bytes, all of them ASCII.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes[..self.length]
    }

    fn push(&mut self, byte: u8) {
        self.bytes[self.length] = byte;
        self.length += 1;
    }

    fn digits(&mut self, mut number: u32, count: usize) {
        for place in self.bytes[self.length..self.length + count].iter_mut().rev() {
            *place = b'0' + (number % 10) as u8;
            number /= 10;
        }
        self.length += count;
    }
}

impl Deref for TimestampText {
    type Target = str;

    fn deref(&self) -> &str {
        std::str::from_utf8(self.as_bytes()).expect("digits and ASCII punctuation")
    }
}

/// Writes a timestamp as RFC 3339.
pub fn write_timestamp(time: &DateTime<Utc>, out: &mut Vec<u8>) {
    out.extend_from_slice(TimestampText::new(time).as_bytes());
}

/// A timestamp as RFC 3339.
#[must_use]
pub fn format_timestamp(time: &DateTime<Utc>) -> String {
    TimestampText::new(time).to_string()
}
