//! Literals: regular expressions and timestamps are parsed once, when a program is compiled.

use chrono::{DateTime, FixedOffset, NaiveDate, Utc};
use vrlet_diagnostic::Span;
use vrlet_parser::ast::Literal;
use vrlet_value::Value;

use super::regexes::Uncompiled;
use super::{Checker, TypedExpr};
use crate::error;

impl Checker<'_> {
    pub(super) fn literal(&mut self, literal: &Literal, span: Span) -> Option<TypedExpr> {
        let value = match literal {
            Literal::Null => Value::Null,
            Literal::Boolean(boolean) => Value::Boolean(*boolean),
            Literal::Integer(number) => Value::Integer(*number),
            Literal::Float(number) => match Value::float(*number) {
                Some(value) => value,
                None => return self.fail(error::not_a_number_literal(span)),
            },
            Literal::String(text) => Value::from(text.as_str()),
            Literal::Regex(pattern) => match self.regexes.compile(pattern) {
                Ok(regex) => Value::Regex(regex),
                Err(Uncompiled::Bad(cause)) => return self.fail(error::bad_regex(span, &cause)),
                Err(Uncompiled::TooLarge) => return self.fail(error::too_large_regex(span)),
                Err(Uncompiled::Exhausted) => return self.fail(error::too_many_regexes(span)),
            },
            Literal::Timestamp(text) => match timestamp(text) {
                Ok(time) => Value::Timestamp(time),
                Err(expected) => return self.fail(error::bad_timestamp(span, text, expected)),
            },
        };
        Some(TypedExpr::constant(value, span))
    }
}

/// Reads `2021-01-01T00:00:00Z` and its looser forms; the error says what was expected.
fn timestamp(text: &str) -> Result<DateTime<Utc>, &'static str> {
    let mut rest = Text(text.trim());
    let date = rest.date().ok_or("a date like `2021-01-31`")?;
    rest.separator().ok_or("a `T` or a blank between date and time")?;
    let hour = rest.number(1, 2).filter(|hour| *hour < 24).ok_or("hours from 0 to 23")?;
    let minute = rest.after(":").and_then(|()| rest.number(1, 2)).filter(|minute| *minute < 60);
    let minute = minute.ok_or("minutes like `:05`")?;
    let second = rest.after(":").and_then(|()| rest.number(1, 2)).filter(|second| *second <= 60);
    let second = second.ok_or("seconds like `:09`")?;
    let nanos = rest.fraction().ok_or("digits after the point")?;
    let offset = rest.offset().ok_or("an offset: `Z`, `UTC` or `+01:00`")?;
    // A leap second is the second before it, with more than a thousand milliseconds.
    let (second, nanos) = if second == 60 { (59, nanos + 1_000_000_000) } else { (second, nanos) };
    let local = date.and_hms_nano_opt(hour, minute, second, nanos);
    local
        .and_then(|local| local.and_local_timezone(offset).single())
        .map(|time| time.to_utc())
        .ok_or("a time that a calendar has")
}

/// What is left to read of a timestamp.
struct Text<'a>(&'a str);

impl Text<'_> {
    fn digits(&mut self, least: usize, most: usize) -> Option<&str> {
        let count = self.0.bytes().take(most).take_while(u8::is_ascii_digit).count();
        let (digits, rest) = self.0.split_at(count);
        self.0 = rest;
        (count >= least).then_some(digits)
    }

    fn number(&mut self, least: usize, most: usize) -> Option<u32> {
        self.digits(least, most)?.parse().ok()
    }

    fn after(&mut self, prefix: &str) -> Option<()> {
        self.0 = self.0.strip_prefix(prefix)?;
        Some(())
    }

    fn date(&mut self) -> Option<NaiveDate> {
        let negative = self.after("-").is_some();
        let signed = negative || self.after("+").is_some();
        let year = i32::try_from(self.number(1, if signed { 6 } else { 4 })?).ok()?;
        self.after("-")?;
        let month = self.number(1, 2)?;
        self.after("-")?;
        let day = self.number(1, 2)?;
        NaiveDate::from_ymd_opt(if negative { -year } else { year }, month, day)
    }

    fn separator(&mut self) -> Option<()> {
        if self.after("T").or_else(|| self.after("t")).is_some() {
            return Some(());
        }
        let rest = self.0.trim_start();
        let blank = rest.len() < self.0.len();
        self.0 = rest;
        blank.then_some(())
    }

    fn fraction(&mut self) -> Option<u32> {
        const NANOS: usize = 9;
        if self.after(".").is_none() {
            return Some(0);
        }
        let digits = self.digits(1, usize::MAX)?;
        let kept = &digits[..digits.len().min(NANOS)];
        format!("{kept:0<NANOS$}").parse().ok()
    }

    fn offset(&mut self) -> Option<FixedOffset> {
        const MINUTE: i32 = 60;
        let text = self.0.trim_start();
        if matches!(text, "Z" | "z") || text.eq_ignore_ascii_case("utc") {
            return FixedOffset::east_opt(0);
        }
        let mut rest = Text(text);
        let negative = rest.after("-").is_some();
        if !negative {
            rest.after("+")?;
        }
        let hours = i32::try_from(rest.number(2, 2)?).ok()?;
        rest.after(":");
        let minutes = i32::try_from(rest.number(2, 2).filter(|minutes| *minutes < 60)?).ok()?;
        let seconds = (hours * MINUTE + minutes) * MINUTE;
        FixedOffset::east_opt(if negative { -seconds } else { seconds })
            .filter(|_| rest.0.is_empty())
    }
}
