//! `Clock`: where programs get the current time from.

use chrono::{DateTime, Utc};

use crate::Failure;

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
