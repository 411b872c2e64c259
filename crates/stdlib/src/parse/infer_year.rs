//! Infers the year of timestamps that leave it out.

use chrono::{Datelike, NaiveDate};
use vrlet_function::Host;
use vrlet_function::prelude::*;

/// The year of a line from a day (of a month, 1 to 12) that has just been: this year, but in January a line
/// from December is from the year before, and the 29th of February is that of the last year that has one.
pub(super) fn infer_year(month: u32, day: u32, host: &Host) -> Result<i32, Failure> {
    let now = host.clock.now()?;
    Ok(year_of_day(month, day, now.year(), now.month()))
}

/// The same, seen from a month of a year.
pub(super) fn year_of_day(month: u32, day: u32, year: i32, now: u32) -> i32 {
    match (month, day) {
        (12, _) if now == 1 => year - 1,
        (2, 29) => (0..8)
            .map(|back| year - back)
            .find(|year| NaiveDate::from_ymd_opt(*year, 2, 29).is_some())
            .unwrap_or(year),
        _ => year,
    }
}
