//! Time zones by name or offset.

use chrono::{DateTime, FixedOffset, NaiveDateTime, TimeZone, Utc};
use chrono_tz::Tz;

/// A zone.
#[derive(Clone, Copy)]
pub(super) enum Zone {
    /// A distance from UTC.
    Offset(FixedOffset),
    /// One of the tz database.
    Named(Tz),
}

impl Zone {
    pub(super) const UTC: Self = Self::Named(Tz::UTC);

    /// The zone that a rule names: `Europe/Paris`, `UTC+5`, `+05:30`.
    pub(super) fn read(name: &str) -> Option<Self> {
        let offset = ["UTC", "GMT", "UT"].into_iter().find_map(|prefix| name.strip_prefix(prefix));
        if name == "Z" || offset == Some("") {
            return Some(Self::UTC);
        }
        Self::offset(offset.unwrap_or(name)).or_else(|| name.parse().ok().map(Self::Named))
    }

    /// The zone of an offset: `+5`, `+05`, `+05:30`, `+0530`.
    pub(super) fn offset(text: &str) -> Option<Self> {
        let sign = match text.as_bytes().first()? {
            b'+' => 1,
            b'-' => -1,
            _ => return None,
        };
        let digits = &text[1..];
        let (hours, minutes) = match digits.len() {
            1 | 2 => (digits, "0"),
            4 => digits.split_at_checked(2)?,
            5 => digits.split_once(':')?,
            _ => return None,
        };
        let number = |digits: &str| -> Option<i32> {
            let all = digits.bytes().all(|byte| byte.is_ascii_digit());
            digits.parse().ok().filter(|_| all)
        };
        let (hours, minutes) = (number(hours)?, number(minutes)?);
        if minutes > 59 {
            return None;
        }
        FixedOffset::east_opt(sign * (hours * 3600 + minutes * 60)).map(Self::Offset)
    }

    /// The time that clocks of the zone show so; the earlier one where they show it twice.
    pub(super) fn time(self, shown: NaiveDateTime) -> Option<DateTime<Utc>> {
        match self {
            Self::Offset(zone) => zone.from_local_datetime(&shown).earliest().map(|it| it.to_utc()),
            Self::Named(zone) => zone.from_local_datetime(&shown).earliest().map(|it| it.to_utc()),
        }
    }

    /// What clocks of the zone show at a time.
    pub(super) fn shown(self, time: DateTime<Utc>) -> NaiveDateTime {
        match self {
            Self::Offset(zone) => time.with_timezone(&zone).naive_local(),
            Self::Named(zone) => time.with_timezone(&zone).naive_local(),
        }
    }
}
