//! `vrlet completions`: prints a completion script for a shell.

use clap::CommandFactory;

use crate::arguments::{Arguments, CompletionsArguments};
use crate::cli_error::CliError;
use crate::exit::Exit;
use crate::terminal;

/// Prints the completions of a shell.
///
/// # Errors
/// Where they can't be printed.
pub fn completions(arguments: &CompletionsArguments) -> Result<Exit, CliError> {
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut Arguments::command(), "vrlet", &mut script);
    terminal::print(&String::from_utf8_lossy(&script))?;
    Ok(Exit::Success)
}
