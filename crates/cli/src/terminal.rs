//! Output streams: standard output and error, with colours only where a terminal shows them.

use std::io::{self, IsTerminal, Write};

use clap::ValueEnum;
use serde::Serialize;
use vrlet::diagnostic::{Style, visible};

use crate::cli_error::CliError;

/// What `--color` asks for.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, ValueEnum)]
pub enum Colour {
    /// On a terminal, unless `NO_COLOR` is set
    #[default]
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// What is known of standard output and standard error.
#[derive(Clone, Copy, Debug)]
pub struct Terminal {
    /// How diagnostics look.
    pub style: Style,
    /// How what was asked for looks.
    pub page_style: Style,
    /// Whether a person reads standard error.
    pub is_watched: bool,
    /// Whether standard output goes to the same screen.
    pub shows_output: bool,
}

impl Terminal {
    /// Looks at the two streams and the environment.
    pub fn new(colour: Colour) -> Self {
        let is_watched = io::stderr().is_terminal();
        let shows_output = io::stdout().is_terminal();
        Self {
            style: style(colour, is_watched),
            page_style: style(colour, shows_output),
            is_watched,
            shows_output,
        }
    }

    /// Prints to standard error; who does not listen misses it.
    pub fn say(&self, text: &str) {
        let _ = io::stderr().lock().write_all(text.as_bytes());
    }

    /// Says why the command can't go on.
    pub fn print_error(&self, error: &CliError) {
        let title = match self.style {
            Style::Plain => "error:",
            Style::Coloured => "\x1b[1;91merror\x1b[0m:",
        };
        let help = error.help.iter().map(|help| format!("  = help: {help}\n")).collect::<String>();
        self.say(&format!("{title} {}\n{}", visible(&error.message), visible(&help)));
    }
}

fn style(colour: Colour, is_terminal: bool) -> Style {
    let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let is_dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
    match colour {
        Colour::Always => Style::Coloured,
        Colour::Never => Style::Plain,
        Colour::Auto if is_terminal && !is_set("NO_COLOR") && !is_dumb => Style::Coloured,
        Colour::Auto => Style::Plain,
    }
}

/// Prints to standard output.
///
/// # Errors
/// Where it can't be written to; a reader that went away is none.
pub fn print(text: &str) -> Result<(), CliError> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(CliError::unwritable("standard output", &error))
        }
        _ => Ok(()),
    }
}

/// Prints a line of JSON to standard output.
///
/// # Errors
/// As for [`print`].
pub fn print_json(value: &impl Serialize) -> Result<(), CliError> {
    let mut text = serde_json::to_string(value).expect("plain data has a JSON form");
    text.push('\n');
    print(&text)
}
