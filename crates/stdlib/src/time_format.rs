//! Time formats (`%Y-%m-%d`), compiled once, and time zones by name.

use std::fmt::Write;
use std::sync::Arc;

use chrono::format::{Item, Parsed, StrftimeItems};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use vrlet_function::Host;
use vrlet_function::prelude::*;

use crate::time_mismatch;

/// A format as `strftime` knows them.
#[derive(Clone)]
pub(crate) struct TimeFormat {
    items: Arc<[Item<'static>]>,
    /// Whether the format itself says which zone a time is in.
    zoned: bool,
    /// The parameter that says it, for failures that can be mended there.
    parameter: Option<&'static str>,
}

impl TimeFormat {
    /// Reads a format.
    pub(crate) fn read(format: &str) -> Result<Self, Failure> {
        let Ok(items) = StrftimeItems::new(format).parse_to_owned() else {
            return Err(Failure::new(format!(
                "`{format}` is no time format, some `%…` in it has no meaning"
            )));
        };
        let zoned = ["%z", "%:z", "%::z", "%:::z", "%#z", "%Z", "%+"]
            .iter()
            .filter_map(|zone| StrftimeItems::new(zone).next())
            .any(|zone| items.contains(&zone));
        Ok(Self { items: items.into(), zoned, parameter: None })
    }

    /// The same, named by a parameter that a failure tells of.
    pub(crate) fn of_parameter(self, parameter: &'static str) -> Self {
        Self { parameter: Some(parameter), ..self }
    }

    /// The format that an argument is, where it is a constant; one that can't be read fails call by call.
    pub(crate) fn constant<T>(
        context: &CallContext<'_>,
        parameter: Arg<T>,
    ) -> Option<Result<Self, Failure>> {
        context.constant_value(parameter)?.as_text().map(|format| Self::read(&format.to_str()))
    }

    /// The time that a text in this format says; `zone` is for formats that name none.
    pub(crate) fn parse(&self, text: &str, zone: Tz) -> Result<DateTime<Utc>, Failure> {
        let mut parsed = Parsed::new();
        let time = chrono::format::parse(&mut parsed, text, self.items.iter()).and_then(|()| {
            if self.zoned {
                parsed.to_datetime().map(|time| time.to_utc())
            } else {
                parsed.to_datetime_with_timezone(&zone).map(|time| time.to_utc())
            }
        });
        time.map_err(|_| {
            let (format, text) = (self.clone(), text.to_owned());
            Failure::deferred(move || {
                let why = time_mismatch::explain(&text, &format.items, format.zoned, zone);
                match format.parameter {
                    Some(parameter) => {
                        format!("{why}; `{parameter}` says how times are written")
                    }
                    None => why,
                }
            })
        })
    }

    /// The text of a time in this format.
    pub(crate) fn format(&self, time: DateTime<Utc>, zone: Option<Zone>) -> Result<Text, Failure> {
        let mut text = String::new();
        let written = match zone {
            None => write!(text, "{}", time.format_with_items(self.items.iter())),
            Some(Zone::Named(zone)) => {
                write!(text, "{}", time.with_timezone(&zone).format_with_items(self.items.iter()))
            }
            // As the system's own zone is shown: by its distance from UTC.
            Some(Zone::Host(zone)) => {
                let time = time.with_timezone(&zone).fixed_offset();
                write!(text, "{}", time.format_with_items(self.items.iter()))
            }
        };
        written.map_err(|_| Failure::fixed("some `%…` in the time format is for reading only"))?;
        Ok(Text::from(text))
    }
}

/// A zone that a call names.
#[derive(Clone, Copy)]
pub(crate) enum Zone {
    /// One of the tz database.
    Named(Tz),
    /// That of the host.
    Host(Tz),
}

impl Zone {
    /// The zone of a name.
    pub(crate) fn named(name: &Text, host: &Host) -> Result<Self, Failure> {
        match &*name.to_str() {
            "" | "local" => Ok(Self::Host(host.timezone)),
            name => name.parse().map(Self::Named).map_err(|_| {
                Failure::new(format!(
                    "`{name}` is no time zone, write one as `Europe/Berlin`, or `local`"
                ))
            }),
        }
    }

    /// The zone itself.
    pub(crate) fn tz(self) -> Tz {
        match self {
            Self::Named(zone) | Self::Host(zone) => zone,
        }
    }
}
