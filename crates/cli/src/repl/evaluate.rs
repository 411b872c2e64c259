//! Evaluates one line of VRL: compiled in the session, run over the event, its result and changes printed.

use vrlet::diagnostic::visible;
use vrlet::syntax::{TokenKind, is_unfinished, tokens};
use vrlet::{Event, Outcome, Program, RunError};

use super::command::{Entry, inside_program, without_colon};
use super::diff::changes;
use super::pretty::shortened;
use super::state::{ReplError, ReplState};
use crate::cli_error::CliError;

/// What diagnostics call a line.
pub const ORIGIN: &str = "<line>";

/// Whether another line should be taken before what was typed is answered.
pub fn wants_more(text: &str) -> bool {
    match Entry::of(text) {
        Entry::Command { name, arguments } => {
            super::command::takes_program(name) && is_unfinished(arguments)
        }
        Entry::Program(program) => is_unfinished(program),
    }
}

impl ReplState {
    /// Answers what was typed; whether that went well.
    pub fn evaluate(&mut self, text: &str) -> bool {
        let answer = match Entry::of(text) {
            Entry::Command { name, arguments } => self.command(name, arguments),
            Entry::Program(program) => self.program(program),
        };
        match answer {
            Ok(()) => true,
            Err(ReplError::Reported) => false,
            Err(ReplError::Unreported(error)) => {
                if self.interrupt.was_signalled() {
                    // After the `^C` that the terminal shows.
                    self.terminal.say("\n");
                }
                self.terminal.print_error(&error);
                false
            }
        }
    }

    fn program(&mut self, source: &str) -> Result<(), ReplError> {
        if tokens(source).iter().all(|(kind, _)| *kind == TokenKind::Comment) {
            return Ok(());
        }
        let before = self.undo_entry();
        let style = self.terminal.style;
        let step = match self.session.compile(source) {
            Ok(step) => step,
            Err(error) => {
                if let Some(error) = without_colon(source).or_else(|| inside_program(source)) {
                    return Err(error.into());
                }
                self.terminal.say(&error.render(ORIGIN, style));
                return Err(ReplError::Reported);
            }
        };
        let (program, acts) = (step.program().clone(), step.has_side_effects());
        self.terminal.say(&program.render_warnings(ORIGIN, style));
        match step.run(&mut self.event) {
            Ok(Outcome::Value(value)) => {
                self.print(&format!("{}\n", self.pretty(&value)))?;
                self.show_changes(&before.event)?;
                if acts {
                    self.accepted.push(source.trim().to_owned());
                    self.undo_stack.push(before);
                }
                Ok(())
            }
            Ok(Outcome::Aborted(reason)) => {
                let reason =
                    reason.map_or(String::new(), |reason| format!(": {}", visible(&reason)));
                self.terminal.say(&format!("aborted{reason}; the event is as it was\n"));
                Err(ReplError::Reported)
            }
            Err(error) => Err(self.fail(&program, &error)),
        }
    }

    /// Says why a run failed.
    pub fn fail(&self, program: &Program, error: &RunError) -> ReplError {
        self.terminal.say(&if error.stopped && self.interrupt.was_signalled() {
            "\ninterrupted; the event is as it was\n".to_owned()
        } else {
            program.render_failure(error, ORIGIN, self.terminal.style)
        });
        ReplError::Reported
    }

    /// Prints what differs between an event and the current one.
    ///
    /// # Errors
    /// Where standard output can't be written to.
    pub fn show_changes(&self, before: &Event) -> Result<(), CliError> {
        let style = self.terminal.page_style;
        let event = changes(".", before.value(), self.event.value(), style);
        let metadata = changes("%", before.metadata(), self.event.metadata(), style);
        self.print(&shortened(format!("{event}{metadata}"), self.viewport(), style))
    }
}
