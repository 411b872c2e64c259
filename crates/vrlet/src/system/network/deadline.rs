//! The time by which a call into the network must have ended.

use std::time::{Duration, Instant};

/// When a call must have ended.
#[derive(Clone, Copy)]
pub(super) struct Deadline(Instant);

impl Deadline {
    /// The deadline `timeout` from now.
    pub(super) fn after(timeout: Duration) -> Self {
        Self(Instant::now() + timeout)
    }

    /// What is left of the time; `None` if nothing is.
    pub(super) fn left(self) -> Option<Duration> {
        let left = self.0.saturating_duration_since(Instant::now());
        (!left.is_zero()).then_some(left)
    }

    /// The earlier one of this and `timeout` from now.
    pub(super) fn within(self, timeout: Duration) -> Self {
        Instant::now().checked_add(timeout).map_or(self, |end| Self(end.min(self.0)))
    }
}
