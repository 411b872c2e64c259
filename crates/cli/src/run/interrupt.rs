//! Ctrl-C: the first ends the run in good order, the second ends it at once.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::exit::Exit;

/// What somebody outside can tell a run.
pub struct Interrupt {
    /// Set where reading should end, whoever wants it.
    pub stop: Arc<AtomicBool>,
    was_signalled: Arc<AtomicBool>,
    /// Raised where running programs are to be called off.
    pub programs: vrlet::Interrupt,
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
        Self { stop, was_signalled, programs: vrlet::Interrupt::new() }
    }

    /// Listens for signals, none of which ends the process: what runs is called off, and something else
    /// goes on.
    pub fn listen_on() -> Self {
        let stop = Arc::new(AtomicBool::new(false));
        let was_signalled = Arc::new(AtomicBool::new(false));
        let programs = vrlet::Interrupt::new();
        let heard = (Arc::clone(&stop), Arc::clone(&was_signalled), programs.clone());
        let _ = ctrlc::set_handler(move || {
            heard.0.store(true, Ordering::Relaxed);
            heard.1.store(true, Ordering::Relaxed);
            heard.2.raise();
        });
        Self { stop, was_signalled, programs }
    }

    /// Hears nothing: signals end the process as they always did.
    pub fn disabled() -> Self {
        Self {
            stop: Arc::default(),
            was_signalled: Arc::default(),
            programs: vrlet::Interrupt::new(),
        }
    }

    /// Forgets the signals up to now.
    pub fn rearm(&self) {
        self.stop.store(false, Ordering::Relaxed);
        self.was_signalled.store(false, Ordering::Relaxed);
        self.programs.lower();
    }

    /// Whether somebody ended the run.
    pub fn was_signalled(&self) -> bool {
        self.was_signalled.load(Ordering::Relaxed)
    }
}
