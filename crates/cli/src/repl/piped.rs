//! The prompt without a terminal: lines are read from a pipe and evaluated, without editing, history or
//! colours of their own.

use std::io::{self, BufRead};

use super::evaluate::wants_more;
use super::state::ReplState;
use crate::cli_error::CliError;
use crate::exit::Exit;

/// Answers the lines of standard input; ends badly if one of them did.
///
/// # Errors
/// Where standard input can't be read.
pub fn read(mut state: ReplState) -> Result<Exit, CliError> {
    let mut exit = Exit::Success;
    let mut text = String::new();
    for line in io::stdin().lock().lines() {
        let line = line.map_err(|error| {
            CliError::new(format_args!("standard input: {}", crate::cli_error::reading(&error)))
        })?;
        text.push_str(&line);
        if wants_more(&text) {
            text.push('\n');
            continue;
        }
        if !state.evaluate(&text) {
            exit = Exit::EventFailed;
        }
        text.clear();
        if state.is_done {
            return Ok(exit);
        }
    }
    // What is still open then is wrong.
    if !text.is_empty() && !state.evaluate(&text) {
        exit = Exit::EventFailed;
    }
    Ok(exit)
}
