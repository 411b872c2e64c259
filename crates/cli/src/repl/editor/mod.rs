//! What helps while a line is typed: colours, completion, hints, and whether Enter ends it.

mod call;
mod complete;
mod fragment;
mod highlight;
mod hint;

use std::borrow::Cow;

use rustyline::completion::Pair;
use rustyline::highlight::{CmdKind, Highlighter};
use rustyline::hint::Hinter;
use rustyline::validate::{ValidationContext, ValidationResult, Validator};
use rustyline::{CompletionType, Context, Helper, Result};
use vrlet::diagnostic::Style;
use vrlet::{Engine, Value};

use self::hint::Hint;
use super::evaluate::wants_more;
use super::paint::{Paint, paint};
use super::state::ReplState;

/// Knows the state of the prompt while a line is typed.
pub struct Completer {
    engine: Engine,
    event: Value,
    metadata: Value,
    variables: Vec<(String, Value)>,
    style: Style,
}

impl Completer {
    /// Takes the state as it is.
    pub fn new(state: &ReplState) -> Self {
        let variables = state.session.variables();
        Self {
            engine: state.session.engine().clone(),
            event: state.event.value().clone(),
            metadata: state.event.metadata().clone(),
            variables: variables
                .map(|variable| (variable.name.to_owned(), variable.value.clone()))
                .collect(),
            style: state.terminal.page_style,
        }
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

    fn complete(&self, line: &str, at: usize, _: &Context<'_>) -> Result<(usize, Vec<Pair>)> {
        let (start, mut pairs) = self.candidates(&line[..at]);
        // A call that is completed in the middle of a line has its parenthesis already.
        if line[at..].starts_with(['(', '!']) {
            for pair in &mut pairs {
                pair.replacement.truncate(pair.replacement.trim_end_matches('(').len());
            }
        }
        Ok((start, pairs))
    }
}

impl Hinter for Completer {
    type Hint = Hint;

    fn hint(&self, line: &str, at: usize, context: &Context<'_>) -> Option<Hint> {
        if at < line.len() || line.is_empty() {
            return None;
        }
        self.hint_after(line).or_else(|| Hint::of_history(line, context))
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
