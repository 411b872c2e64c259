//! Ctrl-C: the first ends the run in good order, the second ends it at once.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::exit::Exit;

/// What somebody outside can tell a run.
pub struct Interrupt {
    /// Set where reading should end, whoever wants it.
    pub stop: Arc<AtomicBool>,
    was_signalled: Arc<AtomicBool>,
}

impl Interrupt {
    /// Listens for signals. Where that is not possible, they end the process as they always did.
    pub fn listen() -> Self {
        let stop = Arc::new(AtomicBool::new(false));
        let was_signalled = Arc::new(AtomicBool::new(false));
        let heard = (Arc::clone(&stop), Arc::clone(&was_signalled));
        let _ = ctrlc::set_handler(move || {
            let (stop, was_signalled) = &heard;
            if was_signalled.swap(true, Ordering::Relaxed) {
                std::process::exit(i32::from(Exit::Interrupted.status()));
            }
            stop.store(true, Ordering::Relaxed);
        });
        Self { stop, was_signalled }
    }

    /// Whether somebody ended the run.
    pub fn was_signalled(&self) -> bool {
        self.was_signalled.load(Ordering::Relaxed)
    }
}
