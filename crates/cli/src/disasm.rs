//! `vrlet disasm`: prints the bytecode of a program.

use crate::arguments::DisasmArguments;
use crate::cli_error::CliError;
use crate::exit::Exit;
use crate::program::{Source, engine};
use crate::terminal::{self, Terminal};

/// Prints the bytecode of a program.
///
/// # Errors
/// Where there is no program to be read, or what it may use can't be had.
pub fn disasm(arguments: DisasmArguments, terminal: &Terminal) -> Result<Exit, CliError> {
    let source = Source::one(arguments.expression, arguments.script, "disasm")?;
    let Some(program) = source.compile(&engine(&arguments.setting)?, terminal) else {
        return Ok(Exit::Unusable);
    };
    terminal::print(&program.disassemble())?;
    Ok(Exit::Success)
}
