//! `:undo` and `:reset`: back to where things were.

use vrlet::Session;

use crate::cli_error::CliError;
use crate::repl::desk::{Desk, Moment, Trouble};

impl Desk {
    /// `:undo`
    pub fn undo(&mut self, _: &str) -> Result<(), Trouble> {
        let Some(Moment { session, event, original, number }) = self.moments.pop() else {
            return Err(CliError::new("there is nothing to undo")
                .help("lines can be undone that did something, up to the last `:load` or `:reset`")
                .into());
        };
        let undone = std::mem::replace(&mut self.event, event);
        self.original = original;
        self.session = session;
        if let Some(line) = self.accepted.pop() {
            self.print(&self.dim(&format!("undone: {line}\n")))?;
        }
        match (number, &mut self.events) {
            (Some(number), Some(events)) if number != events.number() => {
                events.stand_at(number);
                Ok(self.show_event()?)
            }
            _ => Ok(self.show_changes(&undone)?),
        }
    }

    /// `:reset`
    pub fn reset(&mut self, _: &str) -> Result<(), Trouble> {
        self.session = Session::new(self.session.engine().clone());
        self.accepted.clear();
        self.moments.clear();
        self.lay(self.original.clone());
        Ok(self.show_event()?)
    }
}
