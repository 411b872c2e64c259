//! The number of cases that passed, failed or were skipped.

use std::time::Instant;

use vrlet_fixture::{Ending, Verdict};

use crate::exit::Exit;

/// Counts of cases.
#[derive(Clone, Copy, Debug)]
pub struct Stats {
    /// As expected.
    pub passed: usize,
    /// Not as expected, those included that could not run.
    pub failed: usize,
    /// Those that could not run.
    pub broken: usize,
    /// Left out.
    pub skipped: usize,
    /// Those that nobody came to, since an earlier one failed.
    pub unreached: usize,
    /// When counting began.
    pub since: Instant,
}

impl Default for Stats {
    fn default() -> Self {
        Self { passed: 0, failed: 0, broken: 0, skipped: 0, unreached: 0, since: Instant::now() }
    }
}

impl Stats {
    /// Counts cases.
    pub fn add(&mut self, verdicts: &[Verdict]) {
        for verdict in verdicts {
            match &verdict.ending {
                Ending::Passed => self.passed += 1,
                Ending::Skipped(_) => self.skipped += 1,
                Ending::Differs(mismatch) => {
                    self.failed += 1;
                    self.broken += usize::from(mismatch.is_broken);
                }
            }
        }
    }

    /// How the command ends.
    pub fn exit(&self) -> Exit {
        match (self.broken, self.failed) {
            (0, 0) => Exit::Success,
            (0, _) => Exit::TestFailed,
            _ => Exit::Unusable,
        }
    }

    /// `3 passed, 1 failed`.
    pub fn text(&self) -> String {
        let mut text = format!("{} passed", self.passed);
        for (count, word) in
            [(self.failed, "failed"), (self.skipped, "skipped"), (self.unreached, "not run")]
        {
            if count > 0 {
                text.push_str(&format!(", {count} {word}"));
            }
        }
        text
    }
}
