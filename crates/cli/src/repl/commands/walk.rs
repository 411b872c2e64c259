//! `:next`, `:prev`, `:goto`: other events of the file.

use crate::complaint::Complaint;
use crate::repl::command::missing;
use crate::repl::desk::{Desk, Trouble};
use crate::repl::events::Events;

impl Desk {
    /// `:next`
    pub fn next(&mut self, _: &str) -> Result<(), Trouble> {
        let mut number = self.file()?.number();
        loop {
            number += 1;
            let events = self.file()?;
            match events.go_to(number) {
                Ok(Some(event)) => {
                    self.lay(event);
                    return Ok(self.show_event()?);
                }
                Ok(None) => {
                    let message = format!("the file ends here, at {}", events.place());
                    return Err(Complaint::new(message).into());
                }
                Err(complaint) if events.count() < number => return Err(complaint.into()),
                Err(complaint) => self.pass_over(&complaint),
            }
        }
    }

    /// `:prev`
    pub fn previous(&mut self, _: &str) -> Result<(), Trouble> {
        let mut number = self.file()?.number();
        loop {
            number -= 1;
            match self.file()?.go_to(number) {
                Ok(Some(event)) => {
                    self.lay(event);
                    return Ok(self.show_event()?);
                }
                Ok(None) => {
                    return Err(Complaint::new("this is the first event of the file").into());
                }
                Err(complaint) => self.pass_over(&complaint),
            }
        }
    }

    /// `:goto N`
    pub fn go_to(&mut self, arguments: &str) -> Result<(), Trouble> {
        if arguments.is_empty() {
            return Err(missing("goto").into());
        }
        let number = arguments.parse().ok().filter(|number| *number > 0).ok_or_else(|| {
            Complaint::new(format_args!("there is no event `{arguments}`"))
                .help("expected a number, counted from 1")
        })?;
        let events = self.file()?;
        match events.go_to(number)? {
            Some(event) => {
                self.lay(event);
                Ok(self.show_event()?)
            }
            None => {
                let (name, count) = (&events.input.name, events.count());
                let what = if count == 1 { "event" } else { "events" };
                Err(Complaint::new(format_args!("{name} has {count} {what}")).into())
            }
        }
    }

    /// The file that events are from.
    ///
    /// # Errors
    /// Where there is none.
    pub fn file(&mut self) -> Result<&mut Events, Complaint> {
        self.events.as_mut().ok_or_else(|| {
            Complaint::new("no file of events is loaded").help("`:load FILE` loads one")
        })
    }
}
