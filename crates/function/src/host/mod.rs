//! What reaches functions from outside: clock, time zone, tables, randomness, environment, files,
//! network, log. Nothing of it is global; a test can fix it, and a host that gives nothing gets
//! programs that touch nothing.

mod clock;
mod environment;
mod files;
mod interrupt;
mod log;
mod network;
mod random;

use std::sync::Arc;

use chrono_tz::Tz;

use crate::{Limits, Tables};

pub use clock::{Clock, FixedClock, NoClock, SystemClock};
pub use environment::{Environment, FixedEnvironment, NoEnvironment};
pub use files::{Files, NoFiles};
pub use interrupt::Interrupt;
pub use log::{Level, Log, NoLog, Record};
pub use network::{DnsOptions, HttpRequest, HttpResponse, Network, NoNetwork};
pub use random::{Generator, NoRandom, Random, SeededRandom};

/// The world of a program.
#[derive(Clone)]
pub struct Host {
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// The zone of times that carry none.
    pub timezone: Tz,
    /// The enrichment tables.
    pub tables: Tables,
    /// Random bytes.
    pub random: Arc<dyn Random>,
    /// Environment variables and the name of the machine.
    pub environment: Arc<dyn Environment>,
    /// Files that functions read when they are compiled.
    pub files: Arc<dyn Files>,
    /// Name servers and HTTP servers.
    pub network: Arc<dyn Network>,
    /// Where `log` writes.
    pub log: Arc<dyn Log>,
    /// What a run may use up.
    pub limits: Limits,
    /// What calls runs off, if the host may want to.
    pub interrupt: Option<Interrupt>,
}

impl Default for Host {
    /// The system's clock, UTC, the default limits, and nothing else.
    fn default() -> Self {
        Self {
            clock: Arc::new(SystemClock),
            timezone: Tz::UTC,
            tables: Tables::new(),
            random: Arc::new(NoRandom),
            environment: Arc::new(NoEnvironment),
            files: Arc::new(NoFiles),
            network: Arc::new(NoNetwork),
            log: Arc::new(NoLog),
            limits: Limits::default(),
            interrupt: None,
        }
    }
}
