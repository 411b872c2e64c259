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

use std::process::ExitCode;

use clap::Parser;

use crate::arguments::{Arguments, Command};
use crate::exit::Exit;
use crate::terminal::Terminal;

fn main() -> ExitCode {
    let Arguments { command, color } = Arguments::parse();
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
