//! `Cancel`: a flag by which a host ends a run.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// A flag that ends a run in good order: no more input is read, what is under way is written. Clones
/// share it; any thread may raise it.
///
/// A program that loops does not look at it: [`Builder::interrupt`](vrlet::Builder::interrupt) calls
/// running programs off.
#[derive(Clone, Default, Debug)]
pub struct Cancel {
    own: Arc<AtomicBool>,
    /// That of whoever started this run; it ends this one too.
    outer: Option<Arc<AtomicBool>>,
}

impl Cancel {
    /// A flag that nobody has raised.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Raises the flag.
    pub fn cancel(&self) {
        self.own.store(true, Ordering::Relaxed);
    }

    /// Lowers the flag, before the next run.
    pub fn rearm(&self) {
        self.own.store(false, Ordering::Relaxed);
    }

    /// Whether the run should end.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        let outer = self.outer.as_ref().is_some_and(|outer| outer.load(Ordering::Relaxed));
        outer || self.own.load(Ordering::Relaxed)
    }

    /// A flag that is raised with this one, but not the other way round.
    pub(crate) fn inner(&self) -> Self {
        Self { own: Arc::default(), outer: Some(Arc::clone(&self.own)) }
    }
}
