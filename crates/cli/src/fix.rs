//! `vrlet check --fix`: the edits of diagnostics that keep the meaning, applied until there are none left.

use std::fs;
use std::path::Path;

use vrlet::Engine;
use vrlet::diagnostic::{Code, Diagnostic, Edit, LineIndex, Note};

use crate::cli_error::CliError;
use crate::program::Source;
use crate::terminal::{self, Terminal};

/// How often a program is compiled and mended again; a slip rarely hides more than one other.
const ROUNDS: usize = 16;

/// The codes of texts that do not parse: mending one of them shows what is wrong after it.
const SYNTAX: std::ops::Range<u16> = 200..300;

/// What becomes of a program that was mended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Destination<'a> {
    /// Its file is written, where something changed.
    File(&'a Path),
    /// It goes to standard output.
    Output,
}

/// Mends a program, says what was changed, and hands on the result.
///
/// # Errors
/// Where the result can't be written.
pub fn fix(
    source: Source,
    destination: Destination<'_>,
    engine: &Engine,
    terminal: &Terminal,
) -> Result<Source, CliError> {
    let mended = mend(&source.text, engine);
    for Change { line, code, message } in &mended.changes {
        terminal.say(&format!("fixed[{code}]: {}:{line}: {message}\n", source.origin));
    }
    match destination {
        Destination::Output => terminal::print(&mended.text)?,
        Destination::File(path) if mended.text != source.text => {
            fs::write(path, &mended.text)
                .map_err(|error| CliError::unwritable(path.display(), &error))?;
        }
        Destination::File(_) => {}
    }
    Ok(Source { text: mended.text, ..source })
}

/// A program without what could be mended.
struct Mended {
    text: String,
    changes: Vec<Change>,
}

/// What was done, and where it was in the text before.
struct Change {
    line: usize,
    code: Code,
    message: String,
}

fn mend(text: &str, engine: &Engine) -> Mended {
    let mut mended = Mended { text: text.to_owned(), changes: Vec::new() };
    for _ in 0..ROUNDS {
        let diagnostics = diagnostics(&mended.text, engine);
        let undefined = undefined(&diagnostics);
        let fixable: Vec<&Diagnostic> =
            diagnostics.iter().filter(|diagnostic| safe(diagnostic).next().is_some()).collect();
        let (mut text, mut fixed) = apply(&mended.text, &fixable);
        if !is_kept(&text, undefined, &fixed, engine) {
            let alone = |diagnostic: &&Diagnostic| {
                let (text, fixed) = apply(&mended.text, &[diagnostic]);
                is_kept(&text, undefined, &fixed, engine)
            };
            let good: Vec<&Diagnostic> = fixable.into_iter().filter(alone).collect();
            (text, fixed) = apply(&mended.text, &good);
        }
        if fixed.is_empty() {
            break;
        }
        let lines = LineIndex::new(&mended.text);
        mended.changes.extend(fixed.iter().map(|diagnostic| Change {
            line: lines.line_column(diagnostic.span().unwrap_or_default().start).line,
            code: diagnostic.code,
            message: what_was_done(diagnostic),
        }));
        mended.text = text;
    }
    mended
}

/// The cause, and the advice that was followed.
fn what_was_done(diagnostic: &Diagnostic) -> String {
    let help = diagnostic.notes.iter().find_map(|note| match note {
        Note::Help(text) => Some(text),
        Note::Note(_) => None,
    });
    match help {
        Some(help) => format!("{}: {help}", diagnostic.message),
        None => diagnostic.message.clone(),
    }
}

/// All that the compiler says of a program.
fn diagnostics(text: &str, engine: &Engine) -> Vec<Diagnostic> {
    match engine.compile(text) {
        Ok(program) => program.warnings().to_vec(),
        Err(error) => error.diagnostics,
    }
}

fn safe(diagnostic: &Diagnostic) -> impl Iterator<Item = &Edit> {
    diagnostic.edits.iter().filter(|edit| edit.safe)
}

fn undefined(diagnostics: &[Diagnostic]) -> usize {
    diagnostics.iter().filter(|diagnostic| diagnostic.code == Code::UndefinedVariable).count()
}

/// Whether no variable lost its assignment, such as an error that is never there but looked at.
fn is_kept(text: &str, before: usize, fixed: &[&Diagnostic], engine: &Engine) -> bool {
    let shows_more = |diagnostic: &&Diagnostic| SYNTAX.contains(&diagnostic.code.number());
    fixed.is_empty()
        || fixed.iter().any(shows_more)
        || undefined(&diagnostics(text, engine)) <= before
}

/// The text with the safe edits of diagnostics, and those whose edits did not meet one made before.
fn apply<'d>(text: &str, diagnostics: &[&'d Diagnostic]) -> (String, Vec<&'d Diagnostic>) {
    let mut edits: Vec<&Edit> = Vec::new();
    let mut applied = Vec::new();
    for diagnostic in diagnostics {
        let fits = |edit: &Edit| {
            let is_inside = text.get(edit.span.range()).is_some();
            is_inside && edits.iter().all(|other| !overlap(edit, other))
        };
        if safe(diagnostic).all(fits) {
            edits.extend(safe(diagnostic));
            applied.push(*diagnostic);
        }
    }
    edits.sort_by_key(|edit| edit.span);
    let mut result = text.to_owned();
    for edit in edits.into_iter().rev() {
        result.replace_range(edit.span.range(), &edit.replacement);
    }
    (result, applied)
}

/// Whether two edits touch the same text, or insert at the same place.
fn overlap(one: &Edit, other: &Edit) -> bool {
    let (one, other) = (one.span, other.span);
    one.start == other.start || (one.start < other.end && other.start < one.end)
}
