//! The matcher `date`: timestamps in a given format.

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, Utc, Weekday};
use vrlet_function::Host;
use vrlet_function::prelude::*;

use super::date_format::{Format, Part};
use super::placeholder::{Argument, Term};
use super::zone::Zone;
use crate::forked_regex::ForkedRegex;

/// A format of dates, with the zone of those that name none.
#[derive(Clone)]
pub(super) struct Date {
    regex: ForkedRegex,
    parts: Vec<Part>,
    zone: Zone,
}

impl Date {
    /// The dates that the arguments of a matcher describe.
    pub(super) fn of(term: &Term) -> Result<Self, String> {
        let misused = || {
            term.misused(
                "a format and a time zone, as in `date(\"yyyy-MM-dd HH:mm:ss\", \"Europe/Paris\")`",
            )
        };
        let (format, zone) = match term.arguments.as_slice() {
            [Argument::Text(format)] => (format, None),
            [Argument::Text(format), zone] => (format, zone.as_text()),
            _ => return Err(misused()),
        };
        let zone = match zone {
            None => Zone::UTC,
            Some(name) => Zone::read(name).ok_or_else(|| {
                format!(
                    "`{name}` is no time zone, write one as `Europe/Paris`, `UTC+5` or `+05:30`"
                )
            })?,
        };
        let Format { regex, parts } = Format::read(format)?;
        let regex = Regex::new(&format!(r"\A{regex}\z")).map_err(|_| misused())?;
        Ok(Self { regex: ForkedRegex::new(&regex), parts, zone })
    }

    /// The expression of such dates; its groups capture nothing.
    pub(super) fn regex(&self) -> String {
        let source = self.regex.as_str();
        let inner = source.strip_prefix(r"\A").and_then(|source| source.strip_suffix(r"\z"));
        let mut regex = String::with_capacity(source.len());
        let mut escaped = false;
        for sign in inner.unwrap_or_default().chars() {
            regex.push(sign);
            if sign == '(' && !escaped {
                regex.push_str("?:");
            }
            escaped = sign == '\\' && !escaped;
        }
        regex
    }

    /// The time that a text says. What a format leaves out is taken from today, in the zone of the
    /// date; a time of day from its first second.
    pub(super) fn read(&self, text: &str, host: &Host) -> Option<DateTime<Utc>> {
        let groups = self.regex.captures(text)?;
        let mut fields = DateFields::default();
        for (part, group) in self.parts.iter().zip(groups.iter().skip(1)) {
            fields.add(*part, group?.as_str())?;
        }
        let zone = fields.zone.unwrap_or(self.zone);
        let today = || host.clock.now().ok().map(|now| zone.shown(now).date());
        zone.time(fields.date(today)?.and_time(fields.time()?))
    }
}

/// The parts that a text says.
#[derive(Default)]
struct DateFields {
    year: Option<i32>,
    week_year: Option<i32>,
    month: Option<u32>,
    day: Option<u32>,
    day_of_year: Option<u32>,
    week: Option<u32>,
    weekday: Option<Weekday>,
    hour: Option<u32>,
    half_hour: Option<u32>,
    afternoon: Option<bool>,
    minute: u32,
    second: u32,
    nanosecond: u32,
    zone: Option<Zone>,
}

impl DateFields {
    fn add(&mut self, part: Part, text: &str) -> Option<()> {
        match part {
            Part::Year => self.year = Some(text.parse().ok()?),
            Part::ShortYear => {
                let year: i32 = text.parse().ok()?;
                self.year = Some(if year < 70 { 2000 + year } else { 1900 + year });
            }
            Part::WeekYear => self.week_year = Some(text.parse().ok()?),
            Part::Month => self.month = Some(text.parse().ok()?),
            Part::MonthName => {
                self.month = Some(text.parse::<chrono::Month>().ok()?.number_from_month());
            }
            Part::Day => self.day = Some(text.parse().ok()?),
            Part::DayOfYear => self.day_of_year = Some(text.parse().ok()?),
            Part::Week => self.week = Some(text.parse().ok()?),
            Part::Weekday => {
                let number: u8 = text.parse().ok()?;
                self.weekday = Some(Weekday::try_from(number.checked_sub(1)?).ok()?);
            }
            Part::WeekdayName => self.weekday = Some(text.parse().ok()?),
            Part::Hour => self.hour = Some(text.parse().ok()?),
            Part::HalfHour => {
                let hour: u32 = text.parse().ok()?;
                self.half_hour = Some((1..=12).contains(&hour).then_some(hour % 12)?);
            }
            Part::HalfOfDay => self.afternoon = Some(text.starts_with(['p', 'P'])),
            Part::Minute => self.minute = text.parse().ok()?,
            Part::Second => self.second = text.parse().ok()?,
            Part::Fraction => {
                let digits = text.bytes().chain(std::iter::repeat(b'0')).take(9);
                self.nanosecond = digits.fold(0, |sum, digit| sum * 10 + u32::from(digit - b'0'));
            }
            Part::Offset if text.eq_ignore_ascii_case("z") => self.zone = Some(Zone::UTC),
            Part::Offset => self.zone = Some(Zone::offset(text)?),
            Part::Zone => self.zone = Some(Zone::read(text)?),
        }
        Some(())
    }

    fn date(&self, today: impl FnOnce() -> Option<NaiveDate>) -> Option<NaiveDate> {
        if let (Some(year), Some(week)) = (self.week_year, self.week) {
            return NaiveDate::from_isoywd_opt(year, week, self.weekday.unwrap_or(Weekday::Mon));
        }
        let date = match (self.year, self.month, self.day) {
            (Some(year), Some(month), Some(day)) => NaiveDate::from_ymd_opt(year, month, day),
            (year, None, None) if self.day_of_year.is_some() => {
                let year = year.map_or_else(|| today().map(|today| today.year()), Some)?;
                NaiveDate::from_yo_opt(year, self.day_of_year?)
            }
            (None, Some(month), Some(day)) => NaiveDate::from_ymd_opt(today()?.year(), month, day),
            (Some(year), None, None) => today()?.with_year(year),
            (None, None, None) => today(),
            _ => None,
        };
        date.filter(|date| self.weekday.is_none_or(|weekday| date.weekday() == weekday))
    }

    fn time(&self) -> Option<NaiveTime> {
        let hour = match (self.hour, self.half_hour) {
            (Some(hour), half) => {
                let fits = half.is_none_or(|half| half == hour % 12)
                    && self.afternoon.is_none_or(|afternoon| afternoon == (hour >= 12));
                fits.then_some(hour)?
            }
            (None, Some(half)) => half + if self.afternoon == Some(true) { 12 } else { 0 },
            (None, None) => 0,
        };
        // A leap second is the one after the last.
        let (second, nanosecond) = match self.second {
            60 => (59, self.nanosecond + 1_000_000_000),
            second => (second, self.nanosecond),
        };
        NaiveTime::from_hms_nano_opt(hour, self.minute, second, nanosecond)
    }
}
