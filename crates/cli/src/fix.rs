//! `vrlet check --fix`: applies the edits of diagnostics that keep the program's meaning.

use std::fs;
use std::path::Path;

use vrlet::Engine;
use vrlet_ide::{Change, Context};

use crate::cli_error::CliError;
use crate::program::Source;
use crate::terminal::{self, Terminal};

/// What becomes of a program that was mended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Destination<'a> {
    /// Its file is written, where something changed.
    File(&'a Path),
    /// It goes to standard output.
    Output,
}

/// Mends a program, says what was changed, and hands on the result.
///
/// # Errors
/// Where the result can't be written.
pub fn fix(
    source: Source,
    destination: Destination<'_>,
    engine: &Engine,
    terminal: &Terminal,
) -> Result<Source, CliError> {
    let fixes = vrlet_ide::fix(&Context::new(engine.clone()), &source.text);
    let mended = fixes.apply(&source.text);
    for Change { line, code, message, .. } in &fixes.changes {
        terminal.say(&format!("fixed[{code}]: {}:{line}: {message}\n", source.origin));
    }
    match destination {
        Destination::Output => terminal::print(&mended)?,
        Destination::File(path) if mended != source.text => {
            fs::write(path, &mended)
                .map_err(|error| CliError::unwritable(path.display(), &error))?;
        }
        Destination::File(_) => {}
    }
    Ok(Source { text: mended, ..source })
}
