//! Error messages of timestamps: the place where a text differs from its format, or what is missing.

use chrono::format::{Fixed, Item, Numeric, ParseErrorKind, Parsed, parse_and_remainder};
use chrono::{MappedLocalTime, NaiveDate, TimeZone};
use chrono_tz::Tz;

use crate::mismatch::{excerpt, expected, found};

/// Why a text is no time in a format, of which `zoned` says whether it names a zone; `zone` counts where
/// it does not.
pub(crate) fn explain(text: &str, items: &[Item<'_>], zoned: bool, zone: Tz) -> String {
    let read = |count: usize| {
        let mut parsed = Parsed::new();
        let rest = parse_and_remainder(&mut parsed, text, items[..count].iter()).ok()?;
        Some((parsed, text.len() - rest.len()))
    };
    let fitting = (1..=items.len()).take_while(|count| read(*count).is_some()).count();
    let (parsed, at) = read(fitting).unwrap_or_else(|| (Parsed::new(), 0));
    let shown = excerpt(text);
    if let Some(item) = items.get(fitting) {
        let expected = expected(&meaning(item), text, at);
        return format!("`{shown}` does not match the time format: {expected}");
    }
    if at < text.len() {
        return format!("`{shown}` goes on after the end of the time format {}", found(text, at));
    }
    let why = lack(&parsed, items, zoned).unwrap_or_else(|| local(&parsed, zone));
    format!("`{shown}` {why}")
}

/// What a date, a time of day or an offset lacks; `None` where all are there.
fn lack(parsed: &Parsed, items: &[Item<'_>], zoned: bool) -> Option<String> {
    if parsed.timestamp().is_some() {
        return None;
    }
    if let Err(error) = parsed.to_naive_date() {
        let unfinished = error.kind() == ParseErrorKind::NotEnough;
        return Some(if unfinished { no_date(parsed) } else { wrong_date(parsed) });
    }
    if parsed.to_naive_time().is_err() {
        return Some(no_time(parsed));
    }
    if zoned && parsed.offset().is_none() {
        let named = items.contains(&Item::Fixed(Fixed::TimezoneName));
        return Some(if named {
            "has the name of a zone, from which `%Z` takes no offset: leave the name out and say \
             `timezone`, or write an offset with `%z`"
                .to_owned()
        } else {
            "has no offset from UTC".to_owned()
        });
    }
    None
}

fn no_date(parsed: &Parsed) -> String {
    let year = parsed.year().or(parsed.year_mod_100()).or(parsed.isoyear());
    let month = parsed.month().or(parsed.ordinal()).or(parsed.isoweek());
    let (missing, sign) = match (year.or(parsed.isoyear_mod_100()), month) {
        (None, _) => ("year", "%Y"),
        (_, None) => ("month", "%m"),
        _ => ("day", "%d"),
    };
    format!(
        "is no full date, as the time format has no {missing}: put one before the text and `{sign}` \
         before the format"
    )
}

fn wrong_date(parsed: &Parsed) -> String {
    let date = parsed.year().zip(parsed.month()).zip(parsed.day());
    let Some(((year, month), day)) = date else {
        return "is a date that there is not".to_owned();
    };
    match (NaiveDate::from_ymd_opt(year, month, day), parsed.weekday()) {
        (None, _) => format!("is a date that there is not: {year}-{month:02}-{day:02}"),
        (Some(date), Some(_)) => {
            format!("has another day of the week than {date}, which is a {}", date.format("%A"))
        }
        (Some(_), None) => "has parts that contradict each other".to_owned(),
    }
}

fn no_time(parsed: &Parsed) -> String {
    match (parsed.hour_div_12(), parsed.hour_mod_12(), parsed.minute()) {
        (None, None, _) => "is not one date with one time: the time format has no hour, `%H`",
        (None, Some(_), _) => "has an hour of twelve, `%I`: the time format needs `%p` too",
        (_, _, None) => "is not one date with one time: the time format has no minute, `%M`",
        _ => "is a time that there is not",
    }
    .to_owned()
}

/// Why a local time is no single one.
fn local(parsed: &Parsed, zone: Tz) -> String {
    let Ok(time) = parsed.to_naive_datetime_with_offset(0) else {
        return "is a date or time that there is not".to_owned();
    };
    match zone.from_local_datetime(&time) {
        MappedLocalTime::Ambiguous(first, second) => format!(
            "is a time that comes twice in {zone}, at {} and at {}: write the offset with `%z`",
            first.format("%:z"),
            second.format("%:z")
        ),
        MappedLocalTime::None => {
            format!("is a time that there is not in {zone}, where clocks are put forward over it")
        }
        MappedLocalTime::Single(_) => "is a date or time that there is not".to_owned(),
    }
}

/// What a part of a format reads.
fn meaning(item: &Item<'_>) -> String {
    let (what, sign) = match item {
        Item::Literal(text) => return format!("`{text}`"),
        Item::OwnedLiteral(text) => return format!("`{text}`"),
        Item::Space(_) | Item::OwnedSpace(_) => return "a blank".to_owned(),
        Item::Numeric(number, _) => numeric(number),
        Item::Fixed(fixed) => text(fixed),
        Item::Error => ("nothing", "%"),
    };
    format!("{what} (`{sign}`)")
}

fn numeric(number: &Numeric) -> (&'static str, &'static str) {
    match number {
        Numeric::Year => ("a year", "%Y"),
        Numeric::YearDiv100 => ("a century", "%C"),
        Numeric::YearMod100 => ("a year of two digits", "%y"),
        Numeric::IsoYear => ("a year of weeks", "%G"),
        Numeric::IsoYearMod100 => ("a year of weeks of two digits", "%g"),
        Numeric::Quarter => ("a quarter, 1 to 4", "%q"),
        Numeric::Month => ("a month, 01 to 12", "%m"),
        Numeric::Day => ("a day, 01 to 31", "%d"),
        Numeric::WeekFromSun => ("a week, 00 to 53", "%U"),
        Numeric::WeekFromMon => ("a week, 00 to 53", "%W"),
        Numeric::IsoWeek => ("a week, 01 to 53", "%V"),
        Numeric::NumDaysFromSun => ("a day of the week, 0 to 6", "%w"),
        Numeric::WeekdayFromMon => ("a day of the week, 1 to 7", "%u"),
        Numeric::Ordinal => ("a day of the year, 001 to 366", "%j"),
        Numeric::Hour => ("an hour, 00 to 23", "%H"),
        Numeric::Hour12 => ("an hour, 01 to 12", "%I"),
        Numeric::Minute => ("a minute, 00 to 59", "%M"),
        Numeric::Second => ("a second, 00 to 60", "%S"),
        Numeric::Nanosecond => ("nanoseconds", "%f"),
        Numeric::Timestamp => ("seconds since 1970", "%s"),
        _ => ("a number", "%"),
    }
}

fn text(fixed: &Fixed) -> (&'static str, &'static str) {
    match fixed {
        Fixed::ShortMonthName => ("the name of a month such as Jan", "%b"),
        Fixed::LongMonthName => ("the name of a month", "%B"),
        Fixed::ShortWeekdayName => ("a day of the week such as Mon", "%a"),
        Fixed::LongWeekdayName => ("a day of the week", "%A"),
        Fixed::LowerAmPm | Fixed::UpperAmPm => ("AM or PM", "%p"),
        Fixed::Nanosecond => ("a fraction of a second with its point", "%.f"),
        Fixed::Nanosecond3 => ("a point and three digits", "%.3f"),
        Fixed::Nanosecond6 => ("a point and six digits", "%.6f"),
        Fixed::Nanosecond9 => ("a point and nine digits", "%.9f"),
        Fixed::TimezoneName => ("the name of a zone", "%Z"),
        Fixed::TimezoneOffsetColon => ("an offset such as +01:00", "%:z"),
        Fixed::TimezoneOffset => ("an offset such as +0100", "%z"),
        Fixed::RFC2822 => ("a date as in mails", "%c"),
        Fixed::RFC3339 => ("a time as RFC 3339 has it", "%+"),
        _ => ("a part of a time", "%"),
    }
}
