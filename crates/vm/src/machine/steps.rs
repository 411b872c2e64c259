//! Counting steps: the limit of the host, and its wish to call a run off.

use vrlet_function::Failure;

use super::Memory;
use crate::error;

/// How many steps a run takes between two looks at the host's interrupt.
const STRIDE: u64 = 1 << 12;

impl Memory {
    pub(super) fn start_counting(&mut self) {
        self.steps = 0;
        self.next_look = if self.host.interrupt.is_some() { 0 } else { self.host.limits.steps };
    }

    /// Counts steps. Only loops are worth it: a program without closures runs each step at most once.
    #[inline]
    pub(super) fn charge(&mut self, steps: u64) -> Result<(), Failure> {
        self.steps = self.steps.saturating_add(steps);
        if self.steps > self.next_look { self.check_limits() } else { Ok(()) }
    }

    #[cold]
    fn check_limits(&mut self) -> Result<(), Failure> {
        let limit = self.host.limits.steps;
        if self.steps > limit {
            return Err(error::too_many_steps(limit));
        }
        if self.host.interrupt.as_ref().is_some_and(|interrupt| interrupt.is_raised()) {
            return Err(error::called_off());
        }
        self.next_look = self.steps.saturating_add(STRIDE).min(limit);
        Ok(())
    }
}
