//! `Interrupt`: a flag by which a host cancels runs.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// A flag by which a host calls runs off: on Ctrl-C, or when it shuts down. Clones are the same flag.
///
/// Machines look at it at the first call or jump of a run, and every few thousand steps from there on.
#[derive(Clone, Default, Debug)]
pub struct Interrupt(Arc<AtomicBool>);

impl Interrupt {
    /// A flag that is not raised.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Calls off what runs, and what will run.
    pub fn raise(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Lets programs run again.
    pub fn lower(&self) {
        self.0.store(false, Ordering::Relaxed);
    }

    /// Whether runs are called off.
    #[must_use]
    pub fn is_raised(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}
