//! `:next`, `:prev`, `:goto`: makes another event of the loaded file the current one.

use crate::cli_error::CliError;
use crate::repl::command::missing;
use crate::repl::events::Events;
use crate::repl::state::{ReplError, ReplState};

impl ReplState {
    /// `:next`
    pub fn next(&mut self, _: &str) -> Result<(), ReplError> {
        let mut number = self.file()?.number();
        loop {
            number += 1;
            let events = self.file()?;
            match events.go_to(number) {
                Ok(Some(event)) => {
                    self.load_event(event);
                    return Ok(self.show_event()?);
                }
                Ok(None) => {
                    let message = format!("the file ends here, at {}", events.place());
                    return Err(CliError::new(message).into());
                }
                Err(cli_error) if events.count() < number => return Err(cli_error.into()),
                Err(cli_error) => self.pass_over(&cli_error),
            }
        }
    }

    /// `:prev`
    pub fn previous(&mut self, _: &str) -> Result<(), ReplError> {
        let mut number = self.file()?.number();
        loop {
            number -= 1;
            match self.file()?.go_to(number) {
                Ok(Some(event)) => {
                    self.load_event(event);
                    return Ok(self.show_event()?);
                }
                Ok(None) => {
                    return Err(CliError::new("this is the first event of the file").into());
                }
                Err(cli_error) => self.pass_over(&cli_error),
            }
        }
    }

    /// `:goto N`
    pub fn go_to(&mut self, arguments: &str) -> Result<(), ReplError> {
        if arguments.is_empty() {
            return Err(missing("goto").into());
        }
        let number = arguments.parse().ok().filter(|number| *number > 0).ok_or_else(|| {
            CliError::new(format_args!("there is no event `{arguments}`"))
                .help("expected a number, counted from 1")
        })?;
        let events = self.file()?;
        match events.go_to(number)? {
            Some(event) => {
                self.load_event(event);
                Ok(self.show_event()?)
            }
            None => {
                let (name, count) = (&events.input.name, events.count());
                let what = if count == 1 { "event" } else { "events" };
                Err(CliError::new(format_args!("{name} has {count} {what}")).into())
            }
        }
    }

    /// The file that events are from.
    ///
    /// # Errors
    /// Where there is none.
    pub fn file(&mut self) -> Result<&mut Events, CliError> {
        self.events.as_mut().ok_or_else(|| {
            CliError::new("no file of events is loaded").help("`:load FILE` loads one")
        })
    }
}
