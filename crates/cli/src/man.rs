//! `vrlet man`: prints man pages.

use clap::{Command, CommandFactory};
use clap_mangen::Man;
use vrlet::diagnostic::nearest;

use crate::arguments::{Arguments, ManArguments};
use crate::cli_error::CliError;
use crate::exit::Exit;
use crate::terminal;

/// Prints a page.
///
/// # Errors
/// Where there is no command of the name.
pub fn man(arguments: &ManArguments) -> Result<Exit, CliError> {
    let mut root = Arguments::command().disable_help_subcommand(true);
    // Which command is below which is written into their names.
    root.build();
    let command = match &arguments.command {
        None => root,
        Some(name) => below(&root, name)?,
    };
    let mut page = Vec::new();
    Man::new(command)
        .render(&mut page)
        .unwrap_or_else(|error| unreachable!("checked: memory can be written to: {error}"));
    terminal::print(&String::from_utf8_lossy(&page))?;
    Ok(Exit::Success)
}

fn below(root: &Command, name: &str) -> Result<Command, CliError> {
    let found = root.get_subcommands().find(|command| command.get_name() == name);
    found.cloned().ok_or_else(|| {
        let names: Vec<&str> = root.get_subcommands().map(Command::get_name).collect();
        let error = CliError::new(format_args!("there is no command `{name}`"));
        match nearest(name, names.iter().copied()) {
            Some(near) => error.help(format_args!("did you mean `{near}`?")),
            None => error.help(format_args!("the commands are `{}`", names.join("`, `"))),
        }
    })
}
