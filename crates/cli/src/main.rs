//! The command `vrlet`: reads arguments, files and streams, prints, and ends with a status that a shell
//! can use. All that happens to an event happens in the library.

mod arguments;
mod check;
mod cli_error;
mod completions;
mod config;
mod disasm;
mod exit;
mod explain;
mod fix;
mod functions;
mod man;
mod program;
mod repl;
mod run;
mod tables;
mod terminal;
mod test;
mod wrap;

use std::io::{self, Write};
use std::process::ExitCode;

use clap::Parser;

use crate::arguments::{Arguments, Command};
use crate::cli_error::CliError;
use crate::exit::Exit;
use crate::terminal::{Colour, Terminal};

fn main() -> ExitCode {
    let Arguments { command, color } = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(answer) => return answered(&answer),
    };
    let terminal = Terminal::new(color);
    let exit = match command {
        Command::Run(arguments) => run::run(arguments, &terminal),
        Command::Check(arguments) => check::check(arguments, &terminal),
        Command::Explain(arguments) => explain::explain(&arguments, &terminal),
        Command::Functions(arguments) => functions::functions(&arguments, &terminal),
        Command::Disasm(arguments) => disasm::disasm(arguments, &terminal),
        Command::Repl(arguments) => repl::repl(arguments, &terminal),
        Command::Test(arguments) => test::test(&arguments, &terminal),
        Command::Completions(arguments) => completions::completions(&arguments),
        Command::Man(arguments) => man::man(&arguments),
    };
    let exit = exit.unwrap_or_else(|error| {
        terminal.print_error(&error);
        Exit::Unusable
    });
    ExitCode::from(exit)
}

/// Prints what was asked for, help or the version, or what is wrong with the arguments.
fn answered(answer: &clap::Error) -> ExitCode {
    let printed = answer.print().and_then(|()| io::stdout().flush());
    match printed {
        Err(error) if !answer.use_stderr() && error.kind() != io::ErrorKind::BrokenPipe => {
            let error = CliError::unwritable("standard output", &error);
            Terminal::new(Colour::Auto).print_error(&error);
            ExitCode::from(Exit::Unusable)
        }
        Ok(()) | Err(_) if answer.use_stderr() => ExitCode::from(Exit::Unusable),
        Ok(()) | Err(_) => ExitCode::from(Exit::Success),
    }
}
