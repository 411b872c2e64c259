//! Signals that end a run: the first ends it in good order, the second at once.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use vrlet_pipeline::Cancel;

use crate::exit::{Exit, Signal};

/// What somebody outside can tell a run.
pub struct Interrupt {
    /// Raised where reading should end.
    pub cancel: Cancel,
    /// The number of the first signal; zero before it.
    signalled: Arc<AtomicUsize>,
    /// Raised where running programs are to be called off.
    pub programs: vrlet::Interrupt,
}

impl Interrupt {
    /// Listens for signals. Where that is not possible, they end the process as they always did.
    pub fn listen() -> Self {
        let this = Self::disabled();
        let (cancel, signalled) = (this.cancel.clone(), Arc::clone(&this.signalled));
        on_signal(&Signal::ALL, move |signal| {
            if signalled.swap(signal.number(), Ordering::Relaxed) != 0 {
                std::process::exit(i32::from(Exit::Signalled(signal).status()));
            }
            cancel.cancel();
        });
        this
    }

    /// Listens for Ctrl-C, which does not end the process: what runs is called off, and something else
    /// goes on.
    pub fn listen_on() -> Self {
        let this = Self::disabled();
        let heard = (this.cancel.clone(), Arc::clone(&this.signalled), this.programs.clone());
        on_signal(&[Signal::Interrupt], move |signal| {
            heard.0.cancel();
            heard.1.store(signal.number(), Ordering::Relaxed);
            heard.2.raise();
        });
        this
    }

    /// Hears nothing: signals end the process as they always did.
    pub fn disabled() -> Self {
        Self { cancel: Cancel::new(), signalled: Arc::default(), programs: vrlet::Interrupt::new() }
    }

    /// Forgets the signals up to now.
    pub fn rearm(&self) {
        self.cancel.rearm();
        self.signalled.store(0, Ordering::Relaxed);
        self.programs.lower();
    }

    /// Whether somebody ended the run.
    pub fn was_signalled(&self) -> bool {
        self.signal().is_some()
    }

    /// The signal that ended the run.
    pub fn signal(&self) -> Option<Signal> {
        Signal::of(self.signalled.load(Ordering::Relaxed))
    }
}

/// Calls a function at each of some signals, in a thread of its own. One that is ignored stays so: `nohup`
/// asks for that.
#[cfg(unix)]
fn on_signal(signals: &[Signal], mut call: impl FnMut(Signal) + Send + 'static) {
    use nix::sys::signal::{SigSet, Signal as Number};

    let ignored = ignored();
    let listened = signals.iter().map(|signal| signal.number());
    let listened = listened.filter(|number| ignored & (1 << (number - 1)) == 0);
    let set: SigSet =
        listened.filter_map(|number| Number::try_from(i32::try_from(number).ok()?).ok()).collect();
    // Held back in this thread and in those that it starts, so that the one below gets them.
    if set.thread_block().is_err() {
        return;
    }
    std::thread::spawn(move || {
        while let Ok(number) = set.wait() {
            if let Some(signal) = usize::try_from(number as i32).ok().and_then(Signal::of) {
                call(signal);
            }
        }
    });
}

/// The signals that this process ignores, a bit each, as far as the system says.
#[cfg(unix)]
fn ignored() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let mask = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    mask.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok()).unwrap_or_default()
}

/// Calls a function at Ctrl-C.
#[cfg(not(unix))]
fn on_signal(_signals: &[Signal], mut call: impl FnMut(Signal) + Send + 'static) {
    let _ = ctrlc::set_handler(move || call(Signal::Interrupt));
}
