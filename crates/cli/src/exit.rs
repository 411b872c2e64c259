//! The exit statuses of the command.

use std::process::ExitCode;

/// What `--help` says of it.
pub const HELP: &str = "\
Exit status:
  0    every event went through (left out by `abort` counts as through)
  1    some event failed
  2    bad usage, a program that does not compile, a file that can't be read or written
  129  ended by the signal HUP: the terminal is gone
  130  ended by Ctrl-C (the signal INT)
  143  ended by the signal TERM";

/// What `vrlet test --help` says of it.
pub const TEST_HELP: &str = "\
Exit status:
  0    all passed
  1    some failed, or less was covered than --coverage-min asks for
  2    bad usage, a script that does not compile, a file that can't be read or written";

/// The end of the command. A later variant is worse than an earlier one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Exit {
    /// All is well.
    Success,
    /// Some event failed.
    EventFailed,
    /// Some test failed.
    TestFailed,
    /// The command could not do, or not finish, what it was asked to.
    Unusable,
    /// Somebody ended it.
    Signalled(Signal),
}

/// A signal that ends the command in good order.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Signal {
    /// The terminal is gone.
    HangUp,
    /// Ctrl-C.
    Interrupt,
    /// Asked to end, by `kill` or a supervisor.
    Terminate,
}

impl Signal {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::HangUp, Self::Interrupt, Self::Terminate];

    /// Its number.
    pub fn number(self) -> usize {
        match self {
            Self::HangUp => 1,
            Self::Interrupt => 2,
            Self::Terminate => 15,
        }
    }

    /// The signal of a number.
    pub fn of(number: usize) -> Option<Self> {
        Self::ALL.into_iter().find(|signal| signal.number() == number)
    }
}

impl Exit {
    /// The status that the shell gets.
    pub fn status(self) -> u8 {
        match self {
            Self::Success => 0,
            Self::EventFailed | Self::TestFailed => 1,
            Self::Unusable => 2,
            Self::Signalled(Signal::HangUp) => 129,
            Self::Signalled(Signal::Interrupt) => 130,
            Self::Signalled(Signal::Terminate) => 143,
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit.status())
    }
}
