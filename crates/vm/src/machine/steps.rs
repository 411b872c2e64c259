//! Counting steps: the host's limit, and its request to stop a run.
//!
//! A step is an instruction that ran. Instructions follow one another in stretches; a stretch is charged
//! where it ends, so counting costs nothing between calls and jumps.

use vrlet_function::Failure;

use super::{Memory, Position};
use crate::error;

/// How many steps a run takes between two looks at the host's interrupt.
const STRIDE: u64 = 1 << 12;

impl Memory {
    pub(super) fn start_counting(&mut self) {
        self.steps = 0;
        self.next_check = if self.host.interrupt.is_some() { 0 } else { self.host.limits.steps };
    }

    /// Charges the instructions since the last charge, up to the one that runs now.
    #[inline]
    pub(super) fn charge(&mut self, position: &mut Position) -> Result<(), Failure> {
        let next = position.at + 1;
        self.steps = self.steps.saturating_add((next - position.charged) as u64);
        position.charged = next;
        if self.steps > self.next_check { self.check_limits() } else { Ok(()) }
    }

    /// Goes on at another instruction.
    #[inline]
    pub(super) fn jump(&mut self, position: &mut Position, target: u32) -> Result<(), Failure> {
        self.charge(position)?;
        *position = Position::of(target);
        Ok(())
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
        self.next_check = self.steps.saturating_add(STRIDE).min(limit);
        Ok(())
    }
}
