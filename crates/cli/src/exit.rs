//! The exit statuses of the command.

use std::process::ExitCode;

/// What `--help` says of it.
pub const HELP: &str = "\
Exit status:
  0    every event went through (left out by `abort` counts as through)
  1    some event failed
  2    bad usage, a program that does not compile, a file that can't be read or written
  130  ended by Ctrl-C";

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
    Interrupted,
}

impl Exit {
    /// The status that the shell gets.
    pub fn status(self) -> u8 {
        match self {
            Self::Success => 0,
            Self::EventFailed | Self::TestFailed => 1,
            Self::Unusable => 2,
            Self::Interrupted => 130,
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit.status())
    }
}
