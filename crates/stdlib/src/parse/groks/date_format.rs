//! Date formats of Joda-Time: `yyyy-MM-dd'T'HH:mm:ss.SSSZ`.

use std::fmt::Write;
use std::iter::Peekable;
use std::str::Chars;

/// A part of a date.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Year,
    /// A year of this century or the one before, in two digits.
    ShortYear,
    WeekYear,
    Month,
    MonthName,
    Day,
    DayOfYear,
    Week,
    Weekday,
    WeekdayName,
    Hour,
    /// An hour from 1 to 12.
    HalfHour,
    HalfOfDay,
    Minute,
    Second,
    Fraction,
    /// `+0100`, `+01:00` or `Z`.
    Offset,
    /// A zone of the tz database.
    Zone,
}

/// A format, as an expression with a group for each of its parts.
pub(super) struct Format {
    pub(super) regex: String,
    pub(super) parts: Vec<Part>,
}

impl Format {
    /// Reads a format.
    pub(super) fn read(source: &str) -> Result<Self, String> {
        let mut format = Self { regex: String::new(), parts: Vec::new() };
        let mut characters = source.chars().peekable();
        while let Some(sign) = characters.next() {
            match sign {
                '\'' if characters.next_if_eq(&'\'').is_some() => format.regex.push('\''),
                '\'' => format.quoted(&mut characters),
                'a'..='z' | 'A'..='Z' => {
                    let mut count = 1;
                    while characters.next_if_eq(&sign).is_some() {
                        count += 1;
                    }
                    format.part(sign, count)?;
                }
                other => format.regex.push_str(&regex::escape(&other.to_string())),
            }
        }
        Ok(format)
    }

    /// Text up to the quote that closes it; a doubled one is a sign of its own.
    fn quoted(&mut self, characters: &mut Peekable<Chars<'_>>) {
        while let Some(sign) = characters.next() {
            if sign == '\'' && characters.next_if_eq(&'\'').is_none() {
                return;
            }
            self.regex.push_str(&regex::escape(&sign.to_string()));
        }
    }

    fn part(&mut self, sign: char, count: usize) -> Result<(), String> {
        let part = match sign {
            'y' | 'Y' if count == 2 => Part::ShortYear,
            'y' | 'Y' => Part::Year,
            'x' => Part::WeekYear,
            'M' if count > 2 => Part::MonthName,
            'M' => Part::Month,
            'd' => Part::Day,
            'D' => Part::DayOfYear,
            'w' => Part::Week,
            'e' => Part::Weekday,
            'E' => Part::WeekdayName,
            'H' => Part::Hour,
            'h' => Part::HalfHour,
            'a' => Part::HalfOfDay,
            'm' => Part::Minute,
            's' => Part::Second,
            'S' => Part::Fraction,
            'Z' if count < 3 => Part::Offset,
            'Z' | 'z' => Part::Zone,
            other => {
                return Err(format!(
                    "`{other}` is no part of a date, write text in single quotes, as in `'T'`"
                ));
            }
        };
        // Writing to a string can't fail.
        let _ = match part {
            Part::Year | Part::WeekYear if count == 1 => write!(self.regex, "([0-9]{{4}})"),
            Part::DayOfYear if count == 1 => write!(self.regex, "([0-9]{{1,3}})"),
            Part::Month
            | Part::Day
            | Part::Week
            | Part::Hour
            | Part::HalfHour
            | Part::Minute
            | Part::Second
                if count == 1 =>
            {
                write!(self.regex, "([0-9]{{1,2}})")
            }
            Part::MonthName | Part::WeekdayName if count <= 3 => {
                write!(self.regex, "([A-Za-z]{{3}})")
            }
            Part::MonthName | Part::WeekdayName => write!(self.regex, "([A-Za-z]{{3,9}})"),
            Part::HalfOfDay => write!(self.regex, "([AaPp][Mm])"),
            Part::Offset => write!(self.regex, "([Zz]|[-+][0-9]{{2}}:?[0-9]{{2}})"),
            Part::Zone if sign == 'Z' => write!(self.regex, "([A-Za-z][-+/0-9A-Z_a-z]*)"),
            Part::Zone => write!(self.regex, "([A-Za-z]+)"),
            Part::Year
            | Part::ShortYear
            | Part::WeekYear
            | Part::Month
            | Part::Day
            | Part::DayOfYear
            | Part::Week
            | Part::Weekday
            | Part::Hour
            | Part::HalfHour
            | Part::Minute
            | Part::Second
            | Part::Fraction => write!(self.regex, "([0-9]{{{count}}})"),
        };
        self.parts.push(part);
        Ok(())
    }
}
