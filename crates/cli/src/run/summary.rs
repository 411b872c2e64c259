//! The summary at the end of a run: counts, rate, failures by cause.

use std::fmt;
use std::time::Duration;

use vrlet::diagnostic::{LineColumn, Style, visible};
use vrlet_pipeline::{Counts, FailureGroup, SinkError, Stats, Stop};

use super::figures::{counted, duration, grouped};
use super::input;
use super::stages::Stages;
use crate::arguments::{InputFormat, OnError, RunArguments};
use crate::cli_error::{CliError, writing};

/// How many causes of failures are told in full.
const MOST: usize = 5;

/// The end of a run, in words.
pub struct Summary<'a> {
    /// What the run was told.
    pub arguments: &'a RunArguments,
    /// What messages call the program.
    pub script: &'a str,
    /// What came of it.
    pub stats: &'a Stats,
    /// How long it took.
    pub time: Duration,
    /// Whether somebody ended it.
    pub was_interrupted: bool,
    /// How it looks.
    pub style: Style,
}

impl fmt::Display for Summary<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Stats { counts, failures, read_errors, stop, .. } = self.stats;
        for failure in failures.iter().take(MOST) {
            self.failure(f, failure)?;
        }
        if let Some(rest) = failures.len().checked_sub(MOST).filter(|rest| *rest > 0) {
            let events: u64 = failures.iter().skip(MOST).map(|failure| failure.count).sum();
            self.note(
                f,
                "note",
                format_args!("{rest} more causes, with {}", counted(events, "event")),
            )?;
        }
        self.hints(f)?;
        if counts.replaced > 0 {
            let halves = counted(counts.replaced, "half surrogate pair");
            writeln!(f, "note: {halves}, such as `\"\\ud800\"`, became U+FFFD")?;
        }
        for read_error in read_errors {
            let CliError { message, help } = input::read_error(read_error);
            self.error(f, message)?;
            if let Some(help) = help {
                self.note(f, "help", help)?;
            }
        }
        match stop {
            Some(Stop::Sink { error: SinkError::Closed, .. }) | None => {}
            Some(Stop::Sink { error, from }) => {
                self.error(f, unwritable(error))?;
                if let Some(from) = from {
                    self.note(
                        f,
                        "note",
                        format_args!("the events from {from} on may be missing in the output"),
                    )?;
                }
            }
            Some(Stop::Failed(position)) => {
                writeln!(f, "stopped at {position}, as `--on-error fail` says")?;
            }
        }
        if self.was_interrupted && is_at_its_end(stop.as_ref()) {
            match &self.stats.end {
                Some(end) => {
                    writeln!(f, "interrupted before {end}; all events up to there are done")?
                }
                None => writeln!(f, "interrupted before the first event")?,
            }
        }
        writeln!(f, "{} in {}", CountsText(*counts), duration(self.time, *counts))?;
        if self.arguments.stats {
            write!(f, "{}", Stages { stats: self.stats, time: self.time })?;
        }
        Ok(())
    }
}

/// Whether nothing but its inputs, or their reader, ended a run.
fn is_at_its_end(stop: Option<&Stop>) -> bool {
    matches!(stop, None | Some(Stop::Sink { error: SinkError::Closed, .. }))
}

/// Why an output can't be written to.
fn unwritable(error: &SinkError) -> String {
    match error {
        SinkError::Io { name, error } => format!("{name}: {}", writing(error)),
        SinkError::Closed | SinkError::Other(_) => error.to_string(),
    }
}

impl Summary<'_> {
    fn failure(&self, f: &mut fmt::Formatter<'_>, failure: &FailureGroup) -> fmt::Result {
        let FailureGroup { cause, first, next, message, count } = failure;
        let others = count - 1;
        let Some(cause) = cause else {
            self.error(f, format_args!("{first}: {message}"))?;
            if others == 0 {
                return Ok(());
            }
            let places: Vec<String> = next.iter().map(ToString::to_string).collect();
            let rest = match others - next.len() as u64 {
                0 => String::new(),
                rest => format!(" and {} more", grouped(rest)),
            };
            let others = counted(others, "more event");
            return self.note(
                f,
                "note",
                format_args!("so {others}, at {}{rest}", places.join(", ")),
            );
        };
        let LineColumn { line, column } = cause.position;
        self.error(f, format_args!("{}:{line}:{column}: {message}", self.script))?;
        match others {
            0 => self.note(f, "note", format_args!("for the event at {first}")),
            _ => self.note(
                f,
                "note",
                format_args!(
                    "first for the event at {first}, then for {}",
                    counted(others, "more event")
                ),
            ),
        }
    }

    fn hints(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Stats { counts, failures, .. } = self.stats;
        let RunArguments { input_format, on_error, errors, .. } = self.arguments;
        let mut unread = failures.iter().filter(|failure| failure.cause.is_none());
        let is_first_unread = unread.clone().next().is_some_and(|first| first.first.line == 1);
        let count: u64 = unread.by_ref().map(|failure| failure.count).sum();
        if *input_format == InputFormat::Ndjson && is_first_unread && count > 1 {
            self.note(
                f,
                "help",
                "if the input is JSON over several lines, say `--input-format json`",
            )?;
        }
        if counts.failed > 0 && *on_error == OnError::Drop && errors.is_none() {
            self.note(f, "help", "`--errors FILE` collects the events that are left out")?;
        }
        Ok(())
    }

    fn error(&self, f: &mut fmt::Formatter<'_>, message: impl fmt::Display) -> fmt::Result {
        // Messages hold pieces of events.
        let message = message.to_string();
        let message = visible(&message);
        match self.style {
            Style::Plain => writeln!(f, "error: {message}"),
            Style::Coloured => writeln!(f, "\x1b[1;91merror\x1b[0m: {message}"),
        }
    }

    fn note(
        &self,
        f: &mut fmt::Formatter<'_>,
        kind: &str,
        message: impl fmt::Display,
    ) -> fmt::Result {
        writeln!(f, "  = {kind}: {message}")
    }
}

/// How many events there were, in words.
struct CountsText(Counts);

impl fmt::Display for CountsText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Counts { read, written, failed, aborted, .. } = self.0;
        write!(
            f,
            "{} read, {} written, {} failed",
            counted(read, "event"),
            grouped(written),
            grouped(failed)
        )?;
        match aborted {
            0 => Ok(()),
            _ => write!(f, ", {} aborted", grouped(aborted)),
        }
    }
}
