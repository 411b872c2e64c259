//! The line editor's view of a line while it is typed: highlighting, completion, hints, and whether Enter ends
//! it. What concerns programs comes from `vrlet-ide`; the commands of the prompt are added here.

mod complete;
mod highlight;
mod hint;
mod program_part;

use std::borrow::Cow;

use rustyline::completion::Pair;
use rustyline::highlight::{CmdKind, Highlighter};
use rustyline::hint::Hinter;
use rustyline::validate::{ValidationContext, ValidationResult, Validator};
use rustyline::{CompletionType, Helper, Result};
use vrlet::diagnostic::Style;
use vrlet_ide::Context;

use self::hint::Hint;
use super::evaluate::wants_more;
use super::paint::{Paint, paint};
use super::state::ReplState;

/// Knows the state of the prompt while a line is typed.
pub struct Completer {
    context: Context,
    style: Style,
}

impl Completer {
    /// Takes the state as it is.
    pub fn new(state: &ReplState) -> Self {
        let context = Context::of_session(&state.session).event(state.event.clone());
        Self { context, style: state.terminal.page_style }
    }
}

impl Helper for Completer {}

impl Validator for Completer {
    fn validate(&self, context: &mut ValidationContext<'_>) -> Result<ValidationResult> {
        Ok(if wants_more(context.input()) {
            ValidationResult::Incomplete
        } else {
            ValidationResult::Valid(None)
        })
    }
}

impl rustyline::completion::Completer for Completer {
    type Candidate = Pair;

    fn complete(
        &self,
        line: &str,
        at: usize,
        _: &rustyline::Context<'_>,
    ) -> Result<(usize, Vec<Pair>)> {
        Ok(complete::candidates(&self.context, line, at))
    }
}

impl Hinter for Completer {
    type Hint = Hint;

    fn hint(&self, line: &str, at: usize, history: &rustyline::Context<'_>) -> Option<Hint> {
        if at < line.len() || line.is_empty() {
            return None;
        }
        Hint::after(line, &self.context).or_else(|| Hint::of_history(line, history))
    }
}

impl Highlighter for Completer {
    fn highlight<'l>(&self, line: &'l str, _: usize) -> Cow<'l, str> {
        Cow::Owned(highlight::highlight(line, self.style))
    }

    fn highlight_hint<'h>(&self, hint: &'h str) -> Cow<'h, str> {
        Cow::Owned(paint(Paint::Dim, hint, self.style))
    }

    fn highlight_candidate<'c>(&self, candidate: &'c str, _: CompletionType) -> Cow<'c, str> {
        Cow::Borrowed(candidate)
    }

    /// Every character may change what the whole line means.
    fn highlight_char(&self, _: &str, _: usize, kind: CmdKind) -> bool {
        kind != CmdKind::MoveCursor
    }
}
