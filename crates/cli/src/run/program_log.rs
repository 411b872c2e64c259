//! The log of programs: what `log` writes goes to standard error, with the place of the call.

use std::fmt;

use vrlet::diagnostic::{LineColumn, LineIndex};
use vrlet::function::{Log, Record};

use super::progress;
use crate::program::Source;
use crate::terminal::Terminal;

/// Writes `script.vrl:3:1: warn: message`.
pub struct ProgramLog {
    source: Source,
    terminal: Terminal,
}

impl ProgramLog {
    /// The log of a program.
    pub fn new(source: &Source, terminal: &Terminal) -> Self {
        Self { source: source.clone(), terminal: *terminal }
    }
}

/// A character of a message. Line breaks and what moves the cursor are shown, not sent: an event has no
/// say over somebody's terminal.
struct Shown(char);

impl fmt::Display for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_control() { self.0.escape_default().fmt(f) } else { self.0.fmt(f) }
    }
}

impl Log for ProgramLog {
    fn write(&self, record: &Record<'_>) {
        let lines = LineIndex::new(&self.source.text);
        let LineColumn { line, column } = lines.line_column(record.span.start);
        let Record { level, message, .. } = record;
        let clear = if self.terminal.is_watched { progress::CLEAR } else { "" };
        let message: String = message.chars().map(Shown).map(|shown| shown.to_string()).collect();
        let origin = &self.source.origin;
        self.terminal.say(&format!("{clear}{origin}:{line}:{column}: {level}: {message}\n"));
    }
}
