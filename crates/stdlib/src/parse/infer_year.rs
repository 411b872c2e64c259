//! Infers the year of timestamps that leave it out.

use chrono::Datelike;
use vrlet_function::Host;
use vrlet_function::prelude::*;

/// The year of a line from a month (1 to 12) that has just been written: this one, but in January a line
/// from December is from the year before.
pub(super) fn infer_year(month: u32, host: &Host) -> Result<i32, Failure> {
    let now = host.clock.now()?;
    Ok(if month == 12 && now.month() == 1 { now.year() - 1 } else { now.year() })
}
