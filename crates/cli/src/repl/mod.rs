//! `vrlet repl`: programs tried line by line over the events of a file.
//!
//! [`ReplState`] holds the event that is worked on and everything around it; lines come to it
//! from a person at a terminal or, as they are, from a pipe.

mod command;
mod commands;
mod diff;
mod editor;
mod evaluate;
mod event_window;
mod events;
mod files;
mod history;
mod paint;
mod piped;
mod pretty;
mod prompt;
mod state;

use std::io::{self, IsTerminal};

use self::state::ReplState;
use crate::arguments::ReplArguments;
use crate::cli_error::CliError;
use crate::exit::Exit;
use crate::run::interrupt::Interrupt;
use crate::terminal::Terminal;

/// Answers lines until there are no more.
///
/// # Errors
/// Where what programs may use, or the input, can't be had.
pub fn repl(arguments: ReplArguments, terminal: &Terminal) -> Result<Exit, CliError> {
    let is_interactive = io::stdin().is_terminal() && io::stdout().is_terminal();
    // Ctrl-C calls off what runs, and the prompt goes on; a script ends, as any other does.
    let interrupt = if is_interactive { Interrupt::listen_on() } else { Interrupt::disabled() };
    let mut state = ReplState::new(&arguments.setting, interrupt, terminal)?;
    if is_interactive {
        return prompt::converse(state, &arguments);
    }
    state.load_first(&arguments)?;
    piped::read(state)
}
