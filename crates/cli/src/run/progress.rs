//! The progress line of a run on a terminal.

use std::time::{Duration, Instant};

use vrlet_pipeline::Counts;

use super::figures::{grouped, rate};
use crate::terminal::Terminal;

const PAUSE: Duration = Duration::from_millis(200);
/// To the start of the line, and the line cleared.
pub(super) const CLEAR: &str = "\r\x1b[K";

/// A line on the terminal that changes.
pub struct Progress {
    terminal: Option<Terminal>,
    start: Instant,
    shown: Instant,
    is_visible: bool,
}

impl Progress {
    /// Shows nothing unless a person watches, and nothing in between the lines of the output.
    pub fn new(terminal: &Terminal, is_output_elsewhere: bool) -> Self {
        let is_wanted = terminal.is_watched && (is_output_elsewhere || !terminal.shows_output);
        let now = Instant::now();
        Self { terminal: is_wanted.then_some(*terminal), start: now, shown: now, is_visible: false }
    }

    /// Shows how far the run is, unless that was shown just now.
    pub fn show(&mut self, counts: Counts) {
        let Some(terminal) = &self.terminal else { return };
        if self.shown.elapsed() >= PAUSE {
            self.shown = Instant::now();
            self.is_visible = true;
            let rate = rate(counts, self.start.elapsed());
            terminal.say(&format!(
                "{CLEAR}{} events, {} failed, {rate}",
                grouped(counts.read),
                grouped(counts.failed)
            ));
        }
    }
}

impl Drop for Progress {
    /// Takes the line away.
    fn drop(&mut self) {
        if let Some(terminal) = self.terminal.as_ref().filter(|_| self.is_visible) {
            terminal.say(CLEAR);
        }
    }
}
