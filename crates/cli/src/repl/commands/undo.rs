//! `:undo` and `:reset`: takes the last line back, or all of them.

use vrlet::Session;

use crate::cli_error::CliError;
use crate::repl::state::{ReplError, ReplState, UndoEntry};

impl ReplState {
    /// `:undo`
    pub fn undo(&mut self, _: &str) -> Result<(), ReplError> {
        let Some(UndoEntry { session, event, original, number }) = self.undo_stack.pop() else {
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
    pub fn reset(&mut self, _: &str) -> Result<(), ReplError> {
        self.session = Session::new(self.session.engine().clone());
        self.accepted.clear();
        self.undo_stack.clear();
        self.load_event(self.original.clone());
        Ok(self.show_event()?)
    }
}
