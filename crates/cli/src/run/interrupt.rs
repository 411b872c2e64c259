//! Signal handling: the first Ctrl-C cancels the run in good order, the second ends it at once.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use vrlet_pipeline::Cancel;

use crate::exit::Exit;

/// What somebody outside can tell a run.
pub struct Interrupt {
    /// Raised where reading should end.
    pub cancel: Cancel,
    was_signalled: Arc<AtomicBool>,
    /// Raised where running programs are to be called off.
    pub programs: vrlet::Interrupt,
}

impl Interrupt {
    /// Listens for signals. Where that is not possible, they end the process as they always did.
    pub fn listen() -> Self {
        let cancel = Cancel::new();
        let was_signalled = Arc::new(AtomicBool::new(false));
        let heard = (cancel.clone(), Arc::clone(&was_signalled));
        let _ = ctrlc::set_handler(move || {
            let (cancel, was_signalled) = &heard;
            if was_signalled.swap(true, Ordering::Relaxed) {
                std::process::exit(i32::from(Exit::Interrupted.status()));
            }
            cancel.cancel();
        });
        Self { cancel, was_signalled, programs: vrlet::Interrupt::new() }
    }

    /// Listens for signals, none of which ends the process: what runs is called off, and something else
    /// goes on.
    pub fn listen_on() -> Self {
        let cancel = Cancel::new();
        let was_signalled = Arc::new(AtomicBool::new(false));
        let programs = vrlet::Interrupt::new();
        let heard = (cancel.clone(), Arc::clone(&was_signalled), programs.clone());
        let _ = ctrlc::set_handler(move || {
            heard.0.cancel();
            heard.1.store(true, Ordering::Relaxed);
            heard.2.raise();
        });
        Self { cancel, was_signalled, programs }
    }

    /// Hears nothing: signals end the process as they always did.
    pub fn disabled() -> Self {
        Self {
            cancel: Cancel::new(),
            was_signalled: Arc::default(),
            programs: vrlet::Interrupt::new(),
        }
    }

    /// Forgets the signals up to now.
    pub fn rearm(&self) {
        self.cancel.rearm();
        self.was_signalled.store(false, Ordering::Relaxed);
        self.programs.lower();
    }

    /// Whether somebody ended the run.
    pub fn was_signalled(&self) -> bool {
        self.was_signalled.load(Ordering::Relaxed)
    }
}
