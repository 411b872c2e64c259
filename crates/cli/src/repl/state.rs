//! The state of the prompt: the current event, the session with its variables, the undo stack, the loaded
//! file.

use std::path::PathBuf;

use vrlet::{Event, Object, Session, Value};

use super::events::Events;
use super::paint::{Paint, paint};
use super::pretty::{Viewport, WIDTH, pretty};
use crate::arguments::Setting;
use crate::cli_error::CliError;
use crate::program::builder;
use crate::run::interrupt::Interrupt;
use crate::terminal::{self, Terminal};

/// The state that lines and commands work on.
pub struct ReplState {
    /// The variables, and what is known of them and of the event.
    pub session: Session,
    /// The event.
    pub event: Event,
    /// The event as it was read.
    pub original: Event,
    /// The file that the event is from.
    pub events: Option<Events>,
    /// The lines that did something, for a script.
    pub accepted: Vec<String>,
    /// What was there before each of them that can be undone.
    pub undo_stack: Vec<UndoEntry>,
    /// The scripts that were saved from here: they may be written again.
    pub saved: Vec<PathBuf>,
    /// How wide the screen is.
    pub width: usize,
    /// Whether `:quit` was said.
    pub is_done: bool,
    /// Ctrl-C.
    pub interrupt: Interrupt,
    /// Where the answers go.
    pub terminal: Terminal,
}

/// What a line that did something can be undone to.
pub struct UndoEntry {
    /// The variables.
    pub session: Session,
    /// The event.
    pub event: Event,
    /// The event as it was read.
    pub original: Event,
    /// Its number in the file.
    pub number: Option<usize>,
}

/// Why a line has no answer.
pub enum ReplError {
    /// The cause is still to be said.
    Unreported(CliError),
    /// The cause was said.
    Reported,
}

impl From<CliError> for ReplError {
    fn from(cli_error: CliError) -> Self {
        Self::Unreported(cli_error)
    }
}

impl ReplState {
    /// An empty event, and an engine that does what the command line says.
    ///
    /// # Errors
    /// Where what programs may use can't be had.
    pub fn new(
        setting: &Setting,
        interrupt: Interrupt,
        terminal: &Terminal,
    ) -> Result<Self, CliError> {
        let engine = builder(setting)?().interrupt(interrupt.programs.clone()).build();
        let empty = Event::from(Value::Object(Object::new()));
        Ok(Self {
            session: Session::new(engine),
            event: empty.clone(),
            original: empty,
            events: None,
            accepted: Vec::new(),
            undo_stack: Vec::new(),
            saved: Vec::new(),
            width: WIDTH,
            is_done: false,
            interrupt,
            terminal: *terminal,
        })
    }

    /// Makes another event the current one. Variables stay.
    pub fn load_event(&mut self, event: Event) {
        self.event = event.clone();
        self.original = event;
        self.session.forget_event();
    }

    /// What there is now, to be gone back to.
    pub fn undo_entry(&self) -> UndoEntry {
        UndoEntry {
            session: self.session.clone(),
            event: self.event.clone(),
            original: self.original.clone(),
            number: self.events.as_ref().map(Events::number),
        }
    }

    /// Prints the event, and where it is from.
    ///
    /// # Errors
    /// Where standard output can't be written to.
    pub fn show_event(&self) -> Result<(), CliError> {
        let origin = self.events.as_ref().map(Events::place);
        let title = origin.map_or(String::new(), |origin| self.dim(&format!("{origin}\n")));
        self.print(&format!("{title}{}\n", self.pretty(self.event.value())))
    }

    /// A value as people read it.
    pub fn pretty(&self, value: &Value) -> String {
        pretty(value, self.viewport(), self.terminal.page_style)
    }

    /// How much of an answer is shown.
    pub fn viewport(&self) -> Viewport {
        match self.terminal.shows_output {
            true => Viewport::of_screen(self.width),
            false => Viewport::ENDLESS,
        }
    }

    /// Words that stand back.
    pub fn dim(&self, text: &str) -> String {
        paint(Paint::Dim, text, self.terminal.page_style)
    }

    /// Prints an answer.
    ///
    /// # Errors
    /// Where standard output can't be written to.
    pub fn print(&self, text: &str) -> Result<(), CliError> {
        terminal::print(text)
    }
}
