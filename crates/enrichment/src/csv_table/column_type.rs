//! Column types: their names in a schema, and how the text of a cell is parsed as one.

use std::fmt;
use std::str::FromStr;

use chrono::format::{Item, StrftimeItems};
use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeZone, Utc};
use chrono_tz::Tz;

use super::cell::Cell;

/// The type of a column; an empty cell is null in every type but `String`.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub enum ColumnType {
    /// Text, as it stands in the file.
    #[default]
    String,
    /// `true` or `false`, also `yes`/`no`, `t`/`f`, `y`/`n`, `1`/`0`.
    Boolean,
    /// A whole number.
    Integer,
    /// A number.
    Float,
    /// A date, at the start of its day; without a format `%Y-%m-%d`.
    Date(Option<String>),
    /// A date with a time; without a format RFC 3339, or date and time with a `T` or a space between.
    Timestamp(Option<String>),
}

/// The times of day that a timestamp without a format may have.
const FORMATS: [&str; 2] = ["%Y-%m-%dT%H:%M:%S%.f", "%Y-%m-%d %H:%M:%S%.f"];

impl ColumnType {
    /// The types as a schema may name them.
    pub(crate) const NAMES: &'static str = "`string`, `integer`, `float`, `boolean`, `date`, `date|FORMAT`, `timestamp`, `timestamp|FORMAT`";

    /// The cell that a text stands for; `None` where it is none of this type.
    pub(super) fn parse<'a>(&self, text: &'a str, timezone: Tz) -> Option<Cell<'a>> {
        if text.is_empty() && !matches!(self, Self::String) {
            return Some(Cell::Null);
        }
        Some(match self {
            Self::String => Cell::Text(text),
            Self::Boolean => Cell::Boolean(parse_boolean(text)?),
            Self::Integer => Cell::Integer(text.parse().ok()?),
            Self::Float => Cell::Float(text.parse().ok().filter(|number: &f64| !number.is_nan())?),
            Self::Date(format) => {
                let date = NaiveDate::parse_from_str(text, format.as_deref().unwrap_or("%Y-%m-%d"))
                    .ok()?;
                Cell::Timestamp(in_zone(date.and_time(NaiveTime::MIN), timezone)?)
            }
            Self::Timestamp(None) => Cell::Timestamp(match DateTime::parse_from_rfc3339(text) {
                Ok(time) => time.with_timezone(&Utc),
                Err(_) => {
                    let time = FORMATS
                        .iter()
                        .find_map(|format| NaiveDateTime::parse_from_str(text, format).ok())?;
                    in_zone(time, timezone)?
                }
            }),
            Self::Timestamp(Some(format)) => {
                Cell::Timestamp(match DateTime::parse_from_str(text, format) {
                    Ok(time) => time.with_timezone(&Utc),
                    Err(_) => {
                        let time = NaiveDateTime::parse_from_str(text, format).ok();
                        let date = || {
                            Some(
                                NaiveDate::parse_from_str(text, format)
                                    .ok()?
                                    .and_time(NaiveTime::MIN),
                            )
                        };
                        in_zone(time.or_else(date)?, timezone)?
                    }
                })
            }
        })
    }
}

fn in_zone(time: NaiveDateTime, timezone: Tz) -> Option<DateTime<Utc>> {
    timezone.from_local_datetime(&time).earliest().map(|time| time.with_timezone(&Utc))
}

fn parse_boolean(text: &str) -> Option<bool> {
    const YES: [&str; 5] = ["true", "t", "yes", "y", "1"];
    const NO: [&str; 5] = ["false", "f", "no", "n", "0"];
    let is = |words: [&str; 5]| words.iter().any(|word| text.eq_ignore_ascii_case(word));
    if is(YES) { Some(true) } else { is(NO).then_some(false) }
}

impl FromStr for ColumnType {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        let (word, format) = match name.split_once('|') {
            Some((word, format)) => (word, Some(format)),
            None => (name, None),
        };
        if let Some(format) = format
            && (format.is_empty()
                || StrftimeItems::new(format).any(|item| matches!(item, Item::Error)))
        {
            return Err(format!(
                "`{format}` is no format of dates, expected something like `%Y-%m-%d`"
            ));
        }
        let format = format.map(str::to_owned);
        match (word, &format) {
            ("string", None) => Ok(Self::String),
            ("boolean" | "bool", None) => Ok(Self::Boolean),
            ("integer" | "int", None) => Ok(Self::Integer),
            ("float", None) => Ok(Self::Float),
            ("date", _) => Ok(Self::Date(format)),
            ("timestamp", _) => Ok(Self::Timestamp(format)),
            _ => Err(format!("`{name}` is no type of a column, expected one of {}", Self::NAMES)),
        }
    }
}

impl fmt::Display for ColumnType {
    /// The type as messages say it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::String => f.write_str("a string"),
            Self::Boolean => f.write_str("a boolean (`true` or `false`)"),
            Self::Integer => f.write_str("an integer"),
            Self::Float => f.write_str("a number"),
            Self::Date(None) => f.write_str("a date like `2024-03-18`"),
            Self::Timestamp(None) => f.write_str("a timestamp like `2024-03-18T10:00:00Z`"),
            Self::Date(Some(format)) => write!(f, "a date of the format `{format}`"),
            Self::Timestamp(Some(format)) => write!(f, "a timestamp of the format `{format}`"),
        }
    }
}
