//! `:load`: opens a file of events and makes its first event the current one.

use std::path::Path;

use clap::ValueEnum;

use crate::arguments::{InputFormat, ReplArguments};
use crate::cli_error::CliError;
use crate::repl::command::{missing, too_many};
use crate::repl::events::Events;
use crate::repl::files;
use crate::repl::state::{ReplError, ReplState};

impl ReplState {
    /// `:load FILE [FORMAT]`
    pub fn load_command(&mut self, arguments: &str) -> Result<(), ReplError> {
        let words = files::words(arguments);
        let (file, format) = match words.as_slice() {
            [file] => (file, None),
            [file, format] => (file, Some(parse_format(format)?)),
            [] => return Err(missing("load").into()),
            [..] => return Err(too_many("load").into()),
        };
        Ok(self.load(&files::path(file), format)?)
    }

    /// Loads the file that the command line names, if it names one.
    ///
    /// # Errors
    /// As for [`ReplState::load`].
    pub fn load_first(&mut self, arguments: &ReplArguments) -> Result<(), CliError> {
        let Some(path) = &arguments.input else { return Ok(()) };
        self.load(path, arguments.input_format)
    }

    /// Takes the first event of a file; without a format, the file tells which one it is.
    ///
    /// # Errors
    /// Where there is no event in it, or the file can't be read: the event stays what it is.
    pub fn load(&mut self, path: &Path, format: Option<InputFormat>) -> Result<(), CliError> {
        let mut events = Events::open(path, format, &self.interrupt.cancel)?;
        let mut number = 1;
        let event = loop {
            match events.go_to(number) {
                Ok(Some(event)) => break event,
                Ok(None) => {
                    return Err(CliError::new(format_args!(
                        "there is no event in `{}`",
                        path.display()
                    )));
                }
                Err(cli_error) if events.count() < number => return Err(cli_error),
                Err(cli_error) => self.pass_over(&cli_error),
            }
            number += 1;
        };
        if events.format == InputFormat::Lines {
            self.print(&self.dim("each line becomes { \"message\": line }\n"))?;
        }
        self.events = Some(events);
        // Nothing leads back to another file.
        self.undo_stack.clear();
        self.load_event(event);
        self.show_event()
    }

    /// Says why an event is passed over.
    pub fn pass_over(&self, cli_error: &CliError) {
        let message = format!("{}; passed over", cli_error.message);
        self.terminal.print_error(&CliError { message, help: cli_error.help.clone() });
    }
}

fn parse_format(word: &str) -> Result<InputFormat, CliError> {
    InputFormat::from_str(word, true).map_err(|_| {
        CliError::new(format_args!("there is no format `{word}`"))
            .help("the formats are `ndjson`, `lines` and `json`; a file name with blanks stands between double quotes")
    })
}
