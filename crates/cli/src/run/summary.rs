//! What a run tells at its end.

use std::fmt;
use std::time::Duration;

use vrlet::diagnostic::{LineColumn, Style, visible};

use super::batch::{Counts, Failure, SourcePos};
use super::options::Options;
use super::writer::{Stats, Stop};
use crate::arguments::{InputFormat, OnError};

/// How many causes of failures are told in full.
const MOST: usize = 5;

/// The end of a run, in words.
pub struct Summary<'a> {
    /// What the run was told.
    pub options: &'a Options,
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
        for read_error in read_errors {
            self.error(f, read_error)?;
        }
        match stop {
            Some(Stop::Unwritable { reason, from }) => {
                self.error(f, reason)?;
                if let Some(from) = from {
                    let from = self.place(*from);
                    self.note(
                        f,
                        "note",
                        format_args!("the events from {from} on may be missing in the output"),
                    )?;
                }
            }
            Some(Stop::Failed(place)) => {
                writeln!(f, "stopped at {}, as `--on-error fail` says", self.place(*place))?;
            }
            Some(Stop::Closed) | None if self.was_interrupted => match self.stats.end {
                Some(end) => writeln!(
                    f,
                    "interrupted before {}; all events up to there are done",
                    self.place(end)
                )?,
                None => writeln!(f, "interrupted before the first event")?,
            },
            Some(Stop::Closed) | None => {}
        }
        writeln!(f, "{} in {}", CountsText(*counts), duration(self.time, *counts))
    }
}

impl Summary<'_> {
    fn failure(&self, f: &mut fmt::Formatter<'_>, failure: &Failure) -> fmt::Result {
        let Failure { cause, place, message, count } = failure;
        let place = self.place(*place);
        let others = count - 1;
        let Some(LineColumn { line, column }) = cause else {
            self.error(f, format_args!("{place}: {message}"))?;
            return match others {
                0 => Ok(()),
                _ => self.note(
                    f,
                    "note",
                    format_args!("{} can't be read", counted(others, "more event")),
                ),
            };
        };
        self.error(f, format_args!("{}:{line}:{column}: {message}", self.options.script))?;
        match others {
            0 => self.note(f, "note", format_args!("for the event at {place}")),
            _ => self.note(
                f,
                "note",
                format_args!(
                    "first for the event at {place}, then for {}",
                    counted(others, "more event")
                ),
            ),
        }
    }

    fn hints(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Stats { counts, failures, .. } = self.stats;
        let is_unread = |failure: &&Failure| failure.cause.is_none() && failure.place.line == 1;
        if self.options.format == InputFormat::Ndjson
            && failures.iter().find(is_unread).is_some_and(|it| it.count > 1)
        {
            self.note(
                f,
                "help",
                "if the input is JSON over several lines, say `--input-format json`",
            )?;
        }
        if counts.failed > 0 && self.options.on_error == OnError::Drop && !self.options.keeps_errors
        {
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

    fn place(&self, place: SourcePos) -> String {
        let SourcePos { input, line, column } = place;
        let name = &self.options.inputs[input].name;
        match column {
            0 => format!("{name}:{line}"),
            _ => format!("{name}:{line}:{column}"),
        }
    }
}

/// Events by their fates.
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

fn counted(count: u64, what: &str) -> String {
    format!("{} {what}{}", grouped(count), if count == 1 { "" } else { "s" })
}

fn duration(time: Duration, counts: Counts) -> String {
    format!("{:.2} s ({})", time.as_secs_f64(), rate(counts, time))
}

/// How fast a run is.
pub fn rate(counts: Counts, time: Duration) -> String {
    let seconds = time.as_secs_f64().max(1e-6);
    let events = (counts.read as f64 / seconds).round();
    format!("{} events/s, {:.1} MB/s", grouped(events as u64), counts.bytes as f64 / seconds / 1e6)
}

/// A number with commas between its thousands.
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn thousands_are_told_apart() {
        assert_eq!(grouped(0), "0");
        assert_eq!(grouped(999), "999");
        assert_eq!(grouped(1000), "1,000");
        assert_eq!(grouped(12_345_678), "12,345,678");
    }
}
