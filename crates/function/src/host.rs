//! What reaches functions from outside: clock, time zone, tables. Nothing of it is global; a test can
//! fix it, and a host that gives nothing gets programs that touch nothing.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use crate::{Failure, Limits, Tables};

/// The world of a program.
#[derive(Clone)]
pub struct Host {
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// The zone of times that carry none.
    pub timezone: Tz,
    /// The enrichment tables.
    pub tables: Tables,
    /// What a run may use up.
    pub limits: Limits,
}

impl Default for Host {
    /// The system's clock, UTC, no tables, the default limits.
    fn default() -> Self {
        Self {
            clock: Arc::new(SystemClock),
            timezone: Tz::UTC,
            tables: Tables::new(),
            limits: Limits::default(),
        }
    }
}

/// Where `now()` gets the time from.
pub trait Clock: Send + Sync {
    /// The time.
    ///
    /// # Errors
    /// Where the host gives programs no clock.
    fn now(&self) -> Result<DateTime<Utc>, Failure>;
}

/// The clock of the operating system.
#[derive(Clone, Copy, Debug)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Result<DateTime<Utc>, Failure> {
        Ok(std::time::SystemTime::now().into())
    }
}

/// A clock that stands still, for tests.
#[derive(Clone, Copy, Debug)]
pub struct FixedClock(pub DateTime<Utc>);

impl Clock for FixedClock {
    fn now(&self) -> Result<DateTime<Utc>, Failure> {
        Ok(self.0)
    }
}

/// A host without a clock.
#[derive(Clone, Copy, Debug)]
pub struct NoClock;

impl Clock for NoClock {
    fn now(&self) -> Result<DateTime<Utc>, Failure> {
        Err(Failure::fixed("the host gives programs no clock"))
    }
}
