//! Timestamps of syslog headers, with what devices add to them.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, TimeZone, Utc};
use vrlet_function::Host;

use super::infer_year::year_of_day;

const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// Zones by the names that RFC 5322 and devices' users give them, with their minutes east of UTC.
const ZONES: [(&str, i32); 20] = [
    ("UTC", 0),
    ("GMT", 0),
    ("UT", 0),
    ("Z", 0),
    ("EST", -300),
    ("EDT", -240),
    ("CST", -360),
    ("CDT", -300),
    ("MST", -420),
    ("MDT", -360),
    ("PST", -480),
    ("PDT", -420),
    ("WET", 0),
    ("WEST", 60),
    ("CET", 60),
    ("CEST", 120),
    ("EET", 120),
    ("EEST", 180),
    ("MSK", 180),
    ("JST", 540),
];

/// A time as it is written.
pub(super) struct Time<'a> {
    year: Option<i32>,
    month: u32,
    day: u32,
    time: NaiveTime,
    zone: Zone<'a>,
    form: Form,
}

enum Zone<'a> {
    Offset(FixedOffset),
    Named(&'a str),
    Host,
}

/// Which form a time has.
#[derive(Clone, Copy, PartialEq)]
enum Form {
    /// `Oct 11 22:14:15`, also with a year.
    Month { fraction: bool },
    /// `2003-10-11T22:14:15Z`, also with a blank or with an offset without a colon.
    Iso { standard: bool },
}

impl<'a> Time<'a> {
    /// Reads the time that a text starts with; what follows it.
    pub(super) fn read(text: &'a str) -> Option<(Self, &'a str)> {
        let month = text.get(..3).and_then(|name| MONTHS.iter().position(|month| *month == name));
        let (year, month, day, blank, rest) = match month {
            Some(index) => {
                let (day, rest) = number(text[3..].strip_prefix(' ')?.trim_start(), 2)?;
                let rest = rest.strip_prefix(' ')?.trim_start();
                let year = number(rest, 4).filter(|(_, after)| after.starts_with(' '));
                let rest = year.map_or(rest, |(_, after)| after.trim_start());
                let year = year.and_then(|(year, _)| year.try_into().ok());
                (year, index + 1, day, None, rest)
            }
            None => {
                let (year, rest) = digits(text, 4)?;
                let (month, rest) = digits(rest.strip_prefix('-')?, 2)?;
                let (day, rest) = digits(rest.strip_prefix('-')?, 2)?;
                let blank = rest.starts_with(' ');
                let rest = rest.strip_prefix(['T', ' '])?;
                (year.try_into().ok(), month as usize, day, Some(blank), rest)
            }
        };
        let (hour, rest) = number(rest, 2)?;
        let (minute, rest) = number(rest.strip_prefix(':')?, 2)?;
        let (second, rest) = number(rest.strip_prefix(':')?, 2)?;
        let (nanosecond, rest) = fraction(rest);
        let (zone, after) = offset(rest);
        let has_colon = rest.starts_with('Z') || rest[..rest.len() - after.len()].contains(':');
        let rest = match zone {
            Zone::Offset(_) => without_summer_mark(after),
            Zone::Named(_) | Zone::Host => after,
        };
        let fraction = nanosecond.is_some();
        let form = match blank {
            None => Form::Month { fraction },
            Some(blank) => Form::Iso { standard: !blank && has_colon },
        };
        let time =
            NaiveTime::from_hms_nano_opt(hour, minute, second, nanosecond.unwrap_or_default())?;
        let month = u32::try_from(month).ok()?;
        Some((Self { year, month, day, time, zone, form }, rest))
    }

    /// Whether a text starts as a time does, also as one that there is not.
    pub(super) fn looks_like(text: &str) -> bool {
        let month = text.get(..3).is_some_and(|name| MONTHS.contains(&name));
        let day = || text[3..].trim_start().starts_with(|first: char| first.is_ascii_digit());
        let year = || number(text, 4).is_some_and(|(_, rest)| rest.starts_with('-'));
        month && day() || year()
    }

    /// Whether there is a zone of this name.
    pub(super) fn knows_zone(name: &str) -> bool {
        ZONES.iter().any(|(known, _)| *known == name)
    }

    /// The same time, in a zone that a name stands for.
    pub(super) fn in_zone(self, name: &'a str) -> Self {
        Self { zone: Zone::Named(name), ..self }
    }

    /// Whether it has a fraction where RFC 3164 has none.
    pub(super) fn has_fraction(&self) -> bool {
        matches!(self.form, Form::Month { fraction: true })
    }

    /// Whether it is one of RFC 3164, which a colon may follow, or of RFC 5424.
    pub(super) fn is_usual(&self, has_colon: bool) -> bool {
        let in_host_zone = matches!(self.zone, Zone::Host);
        match self.form {
            Form::Month { fraction } => !fraction && in_host_zone,
            Form::Iso { standard } => standard && !has_colon,
        }
    }

    /// The point in time; `None` where there is no such day, or no such hour in the zone.
    pub(super) fn read_at(&self, host: &Host) -> Option<DateTime<Utc>> {
        let year = match self.year {
            Some(year) => year,
            None => {
                let now = host.clock.now().ok()?;
                year_of_day(self.month, self.day, now.year(), now.month())
            }
        };
        let local = NaiveDate::from_ymd_opt(year, self.month, self.day)?.and_time(self.time);
        self.in_utc(local, host)
    }

    fn in_utc(&self, local: NaiveDateTime, host: &Host) -> Option<DateTime<Utc>> {
        let fixed = |offset: FixedOffset| {
            offset.from_local_datetime(&local).single().map(|time| time.to_utc())
        };
        let of_host = host.timezone.from_local_datetime(&local).earliest();
        match self.zone {
            Zone::Offset(offset) => fixed(offset),
            Zone::Named(name) => {
                let named = ZONES.iter().find(|(known, _)| *known == name);
                // What the host calls its own zone is that; so is a name that nobody knows.
                match (of_host, named) {
                    (Some(time), _) if time.format("%Z").to_string() == name => Some(time.to_utc()),
                    (_, Some((_, minutes))) => FixedOffset::east_opt(minutes * 60).and_then(fixed),
                    (time, None) => time.map(|time| time.to_utc()),
                }
            }
            Zone::Host => of_host.map(|time| time.to_utc()),
        }
    }
}

/// The number that a text starts with, of so many digits at most; what follows it.
fn number(text: &str, digits: usize) -> Option<(u32, &str)> {
    let length = text.bytes().take(digits).take_while(u8::is_ascii_digit).count();
    let (number, rest) = text.split_at(length);
    Some((number.parse().ok()?, rest))
}

/// The number of exactly so many digits that a text starts with; what follows it.
fn digits(text: &str, count: usize) -> Option<(u32, &str)> {
    number(text, count).filter(|(_, rest)| text.len() - rest.len() == count)
}

/// What follows the word by which devices of Huawei say that the offset is that of the summer.
fn without_summer_mark(text: &str) -> &str {
    match text.strip_prefix(" DST") {
        Some(rest) if rest.is_empty() || rest.starts_with([' ', ':']) => rest,
        _ => text,
    }
}

/// The nanoseconds after a point, and what follows them.
fn fraction(text: &str) -> (Option<u32>, &str) {
    let Some(digits) = text.strip_prefix('.') else { return (None, text) };
    let length = digits.bytes().take_while(u8::is_ascii_digit).count();
    let (digits, rest) = digits.split_at(length);
    match format!("{digits:0<9}").get(..9).map(str::parse) {
        Some(Ok(nanoseconds)) if length > 0 => (Some(nanoseconds), rest),
        _ => (None, text),
    }
}

/// The offset from UTC that a text starts with, and what follows it.
fn offset(text: &str) -> (Zone<'_>, &str) {
    if let Some(rest) = text.strip_prefix('Z') {
        return (FixedOffset::east_opt(0).map_or(Zone::Host, Zone::Offset), rest);
    }
    let read = || {
        let sign = if text.starts_with('-') { -1 } else { 1 };
        let (hours, rest) = digits(text.strip_prefix(['+', '-'])?, 2)?;
        let (minutes, rest) = digits(rest.strip_prefix(':').unwrap_or(rest), 2)?;
        if hours > 23 || minutes > 59 {
            return None;
        }
        let seconds = i32::try_from(hours * 3600 + minutes * 60).ok()?;
        Some((Zone::Offset(FixedOffset::east_opt(sign * seconds)?), rest))
    };
    read().unwrap_or((Zone::Host, text))
}
