//! The list of the prompt's commands (`:load`, `:run`, …), by which they are parsed, completed and
//! explained.

use vrlet::diagnostic::{Style, nearest};

use super::state::{ReplError, ReplState};
use crate::cli_error::CliError;
use crate::wrap::heading;

/// A command.
pub struct Command {
    /// What is typed after the colon.
    pub name: &'static str,
    /// What follows, as the help shows it.
    pub arguments: &'static str,
    /// What it does.
    pub about: &'static str,
    /// What its arguments are.
    pub takes: &'static [Takes],
    /// What runs.
    run: fn(&mut ReplState, &str) -> Result<(), ReplError>,
}

/// What an argument of a command is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Takes {
    /// A file.
    File,
    /// How events stand in a file.
    Format,
    /// A number of events.
    Number,
    /// An expression, which reaches to the end.
    Program,
    /// The name of a function or of a command.
    Topic,
    /// The code of a diagnostic.
    Code,
}

/// The commands, in the order of the help.
pub const COMMANDS: &[Command] = &[
    Command {
        name: "load",
        arguments: "FILE [ndjson|lines|json]",
        about: "take events from a file, compressed or not",
        takes: &[Takes::File, Takes::Format],
        run: ReplState::load_command,
    },
    Command {
        name: "next",
        arguments: "",
        about: "the next event of the file",
        takes: &[],
        run: ReplState::next,
    },
    Command {
        name: "prev",
        arguments: "",
        about: "the event before",
        takes: &[],
        run: ReplState::previous,
    },
    Command {
        name: "goto",
        arguments: "N",
        about: "the event of a number, counted from 1",
        takes: &[Takes::Number],
        run: ReplState::go_to,
    },
    Command {
        name: "run",
        arguments: "SCRIPT [OUT]",
        about: "run a script over the whole file; without OUT, only the summary is kept",
        takes: &[Takes::File, Takes::File],
        run: ReplState::run_script,
    },
    Command {
        name: "sample",
        arguments: "N SCRIPT",
        about: "what a script makes of N events, from the current one on",
        takes: &[Takes::Number, Takes::File],
        run: ReplState::sample,
    },
    Command {
        name: "undo",
        arguments: "",
        about: "everything as before the last line that did something",
        takes: &[],
        run: ReplState::undo,
    },
    Command {
        name: "reset",
        arguments: "",
        about: "start anew: the event as it was read, no variables, no accepted lines",
        takes: &[],
        run: ReplState::reset,
    },
    Command {
        name: "vars",
        arguments: "",
        about: "the variables, with what is known of them",
        takes: &[],
        run: ReplState::variables,
    },
    Command {
        name: "tables",
        arguments: "",
        about: "the enrichment tables",
        takes: &[],
        run: ReplState::tables,
    },
    Command {
        name: "type",
        arguments: "EXPR",
        about: "the kind of an expression, and whether it can fail",
        takes: &[Takes::Program],
        run: ReplState::type_of,
    },
    Command {
        name: "ops",
        arguments: "EXPR",
        about: "the bytecode of an expression",
        takes: &[Takes::Program],
        run: ReplState::instructions,
    },
    Command {
        name: "time",
        arguments: "EXPR",
        about: "how long an expression takes; nothing is changed",
        takes: &[Takes::Program],
        run: ReplState::time,
    },
    Command {
        name: "help",
        arguments: "[FUNCTION]",
        about: "this list, or all about a function or a command",
        takes: &[Takes::Topic],
        run: ReplState::help,
    },
    Command {
        name: "explain",
        arguments: "CODE",
        about: "what a code such as E103 means, with the ways out",
        takes: &[Takes::Code],
        run: ReplState::explain,
    },
    Command {
        name: "save",
        arguments: "SCRIPT",
        about: "write the accepted lines as a script; `:save!` overwrites",
        takes: &[Takes::File],
        run: ReplState::save,
    },
    Command {
        name: "quit",
        arguments: "",
        about: "leave; so does Ctrl-D",
        takes: &[],
        run: ReplState::quit,
    },
];

/// What was typed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Entry<'a> {
    /// A command.
    Command {
        /// Its name, as typed.
        name: &'a str,
        /// What follows it.
        arguments: &'a str,
    },
    /// A program.
    Program(&'a str),
}

impl<'a> Entry<'a> {
    /// A text that begins with a colon is a command.
    pub fn of(text: &'a str) -> Self {
        match text.trim_start().strip_prefix(':') {
            None => Self::Program(text),
            Some(rest) => {
                let (name, arguments) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
                Self::Command { name, arguments: arguments.trim() }
            }
        }
    }
}

impl Command {
    /// The command with its arguments.
    pub fn usage(&self) -> String {
        format!(":{} {}", self.name, self.arguments).trim_end().to_owned()
    }
}

/// The command of a name, or of the beginning of just one name.
pub fn find(name: &str) -> Option<&'static Command> {
    let mut similar = COMMANDS.iter().filter(|command| command.name.starts_with(name));
    match (COMMANDS.iter().find(|command| command.name == name), similar.next(), similar.next()) {
        (Some(command), _, _) | (None, Some(command), None) => Some(command),
        (None, _, _) => None,
    }
}

/// Whether a program follows the command of a name.
pub fn takes_program(name: &str) -> bool {
    find(name).is_some_and(|command| command.takes == [Takes::Program])
}

/// The list of the commands, and the keys.
pub fn help(style: Style) -> String {
    const KEYS: [(&str, &str); 5] = [
        ("Tab", "complete a function, a path, a variable, a table, a column, a command, a file"),
        ("Right", "take the hint after the cursor"),
        ("Ctrl-R", "search the history"),
        ("Ctrl-C", "drop the line, or call off what runs"),
        ("Ctrl-D", "leave"),
    ];
    let commands = COMMANDS.iter().map(|command| (command.usage(), command.about));
    let rows: Vec<(String, &str)> = commands.collect();
    let width = rows.iter().map(|(usage, _)| usage.len()).max().unwrap_or_default();
    let mut text = heading("Commands", style);
    for (usage, about) in &rows {
        text.push_str(&format!("  {usage:width$}  {about}\n"));
    }
    text.push_str(&format!("\n{}", heading("Keys", style)));
    for (key, about) in KEYS {
        text.push_str(&format!("  {key:width$}  {about}\n"));
    }
    text.push_str("\nEverything else is a program over the event `.`; try `keys(.)`.\n");
    text
}

impl ReplState {
    /// Runs the command of a name.
    pub fn command(&mut self, name: &str, arguments: &str) -> Result<(), ReplError> {
        // Who insists on overwriting says so with the name.
        let (name, arguments) = match name.strip_suffix('!') {
            Some("save") => ("save", format!("! {arguments}")),
            _ => (name, arguments.to_owned()),
        };
        match find(name) {
            Some(command) if command.takes.is_empty() && !arguments.is_empty() => {
                Err(too_much(command).into())
            }
            Some(command) => (command.run)(self, &arguments),
            None => Err(unknown(name).into()),
        }
    }
}

/// A name that is no command.
pub fn unknown(name: &str) -> CliError {
    let cli_error = CliError::new(format_args!("there is no command `:{name}`"));
    let similar: Vec<String> = COMMANDS
        .iter()
        .filter(|command| !name.is_empty() && command.name.starts_with(name))
        .map(|command| format!("`:{}`", command.name))
        .collect();
    if matches!(name, "exit" | "bye" | "end") {
        return cli_error.help("`:quit` leaves");
    }
    match (similar.as_slice(), nearest(name, COMMANDS.iter().map(|command| command.name))) {
        ([first @ .., last], _) if !first.is_empty() => {
            cli_error.help(format_args!("did you mean {} or {last}?", first.join(", ")))
        }
        (_, Some(near)) => cli_error.help(format_args!("did you mean `:{near}`?")),
        _ => cli_error.help("`:help` lists the commands"),
    }
}

/// A command with more than it takes.
fn too_much(command: &Command) -> CliError {
    let cli_error = CliError::new(format_args!("`:{}` stands alone", command.name));
    match command.name {
        "next" | "prev" => cli_error.help("`:goto N` goes to the event of a number"),
        _ => cli_error.help(format_args!("say `{}`", command.usage())),
    }
}

/// A command with more words than it takes.
pub fn too_many(name: &str) -> CliError {
    let usage = find(name).map_or_else(String::new, Command::usage);
    CliError::new(format_args!("there is too much after `:{name}`"))
        .help(format_args!("say `{usage}`; a name with blanks stands between double quotes"))
}

/// A program that is just the name of a command, as other prompts have them without a colon.
pub fn without_colon(program: &str) -> Option<CliError> {
    let name = match program.trim() {
        "exit" => "quit",
        "?" => "help",
        name => COMMANDS.iter().find(|command| command.name == name)?.name,
    };
    let cli_error = CliError::new(format_args!("`{}` is no program", program.trim()));
    Some(cli_error.help(format_args!("a command begins with a colon: `:{name}`")))
}

/// A command on a later line of a program that is still open.
pub fn inside_program(program: &str) -> Option<CliError> {
    let is_command = |line: &&str| {
        let name =
            line.trim_start().strip_prefix(':').and_then(|rest| rest.split_whitespace().next());
        name.is_some_and(|name| COMMANDS.iter().any(|command| command.name == name))
    };
    let command = program.lines().skip(1).find(is_command)?.trim();
    let cli_error =
        CliError::new(format_args!("`{command}` stands inside of a program that is not whole yet"));
    Some(cli_error.help("close what is open first; at the prompt Ctrl-C drops it"))
}

/// A command without what it needs.
pub fn missing(name: &str) -> CliError {
    let usage = find(name).map_or_else(String::new, Command::usage);
    CliError::new(format_args!("`:{name}` needs more")).help(format_args!("say `{usage}`"))
}
