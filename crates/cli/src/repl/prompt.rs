//! The interactive loop of the prompt: a line editor with history, and evaluation line by line.

use std::io;

use rustyline::config::Configurer;
use rustyline::error::ReadlineError;
use rustyline::history::DefaultHistory;
use rustyline::{ColorMode, CompletionType, Config, Editor};
use vrlet::diagnostic::Style;

use super::editor::Completer;
use super::history::History;
use super::paint::{Paint, paint};
use super::pretty::WIDTH;
use super::state::ReplState;
use crate::arguments::ReplArguments;
use crate::cli_error::CliError;
use crate::exit::Exit;

/// How many lines are remembered.
const HISTORY: usize = 10_000;

/// Answers lines until somebody leaves.
///
/// # Errors
/// Where the terminal can't be used.
pub fn converse(mut state: ReplState, arguments: &ReplArguments) -> Result<Exit, CliError> {
    let style = state.terminal.page_style;
    let mut editor = open(style).map_err(|error| unusable(&error))?;
    state.width = width(&mut editor);
    state.load_first(arguments)?;
    let mut history = History::find();
    history.load(&mut editor);
    if state.events.is_none() {
        state.print(&state.dim("`:help` lists the commands, `:load FILE` loads events\n"))?;
    }
    while !state.is_done {
        editor.set_helper(Some(Completer::new(&state)));
        let prompt = prompt(&state);
        state.width = width(&mut editor);
        // While a line is typed, Ctrl-C is a key.
        state.interrupt.rearm();
        match editor.readline(&(prompt.as_str(), paint(Paint::Function, &prompt, style).as_str())) {
            Ok(line) if line.trim().is_empty() => {}
            Ok(line) => {
                let is_new = editor.add_history_entry(line.as_str()).unwrap_or_default();
                if is_new {
                    history.keep(&mut editor, &state.terminal);
                }
                state.evaluate(&line);
            }
            Err(ReadlineError::Interrupted | ReadlineError::Signal(_)) => {}
            Err(ReadlineError::Eof) => return Ok(Exit::Success),
            Err(error) => return Err(unusable(&error)),
        }
    }
    Ok(Exit::Success)
}

fn open(style: Style) -> rustyline::Result<Editor<Completer, DefaultHistory>> {
    let config = Config::builder()
        .completion_type(CompletionType::List)
        .completion_show_all_if_ambiguous(true)
        .history_ignore_space(true)
        .max_history_size(HISTORY)?
        .build();
    let mut editor = Editor::with_config(config)?;
    editor.set_color_mode(match style {
        Style::Plain => ColorMode::Disabled,
        Style::Coloured => ColorMode::Forced,
    });
    Ok(editor)
}

/// How many columns the screen has.
fn width(editor: &mut Editor<Completer, DefaultHistory>) -> usize {
    editor.dimensions().map_or(WIDTH, |(columns, _)| columns.into())
}

/// `vrlet> `, or with the number of the event.
fn prompt(state: &ReplState) -> String {
    match &state.events {
        Some(events) => format!("vrlet {}> ", events.number()),
        None => "vrlet> ".to_owned(),
    }
}

fn unusable(error: &ReadlineError) -> CliError {
    match error {
        ReadlineError::Io(error) if error.kind() != io::ErrorKind::Other => {
            CliError::new(format_args!("the terminal: {}", crate::cli_error::reading(error)))
        }
        other => CliError::new(format_args!("the terminal can't be used: {other}")),
    }
}
