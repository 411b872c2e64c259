//! `Log`: where the messages of programs are written.

use std::fmt;

use vrlet_diagnostic::Span;

/// Where `log()` writes.
pub trait Log: Send + Sync {
    /// Takes a message. Calls that come faster than their `rate_limit_secs` allow were left out.
    fn write(&self, record: &Record<'_>);
}

/// A message of a program.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Record<'a> {
    /// How much it matters.
    pub level: Level,
    /// The message.
    pub message: &'a str,
    /// The call in the program's source.
    pub span: Span,
}

/// How much a message matters.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Level {
    /// Every step.
    Trace,
    /// For whoever looks for a mistake.
    Debug,
    /// For the record.
    Info,
    /// Something deserves a look.
    Warn,
    /// Something is wrong.
    Error,
}

impl Level {
    /// The name in programs.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Trace => "trace",
            Self::Debug => "debug",
            Self::Info => "info",
            Self::Warn => "warn",
            Self::Error => "error",
        }
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A host that does not listen.
#[derive(Clone, Copy, Debug)]
pub struct NoLog;

impl Log for NoLog {
    fn write(&self, _: &Record<'_>) {}
}
