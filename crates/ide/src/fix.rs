//! Applies the safe edits of diagnostics, round after round, until none are left.

use vrlet::diagnostic::{Code, Diagnostic, Edit, LineIndex};

use crate::advice::what_was_done;
use crate::context::Context;
use crate::edited::{Edited, TextEdit};
use crate::kept::keeps_meaning;

/// How often a program is compiled and mended again: a slip hides those after it in the same expression.
const ROUNDS: usize = 256;

/// What mends a program as far as that is possible without changing what it means.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
#[non_exhaustive]
pub struct Fixes {
    /// The edits, in order; they do not overlap.
    pub edits: Vec<TextEdit>,
    /// What they do, one by one.
    pub changes: Vec<Change>,
}

/// A diagnostic that was mended.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct Change {
    /// The line it was in, counted from 1, once those before it were mended.
    pub line: usize,
    /// Its code.
    pub code: Code,
    /// The cause, and the advice that was followed.
    pub message: String,
}

impl Fixes {
    /// The text with the edits.
    #[must_use]
    pub fn apply(&self, text: &str) -> String {
        let mut mended = text.to_owned();
        for TextEdit { range, replacement } in self.edits.iter().rev() {
            mended.replace_range(range.clone(), replacement);
        }
        mended
    }
}

/// What mends a program. An edit is made only where [`keeps_meaning`] says that nothing is lost.
#[must_use]
pub fn fix(context: &Context, text: &str) -> Fixes {
    let mut edited = Edited::new(text);
    let mut changes = Vec::new();
    for _ in 0..ROUNDS {
        let now = edited.text();
        let diagnostics = diagnostics(&now, context);
        let fixable: Vec<&Diagnostic> =
            diagnostics.iter().filter(|diagnostic| safe(diagnostic).next().is_some()).collect();
        let mut fixed = compatible(&now, &fixable);
        let is_kept = |fixed: &[&Diagnostic]| {
            fixed.is_empty()
                || keeps_meaning(&now, &applied(&now, fixed), &edits_from_the_end(fixed), context)
        };
        if !is_kept(&fixed) {
            let alone = |diagnostic: &&Diagnostic| is_kept(&compatible(&now, &[diagnostic]));
            let good: Vec<&Diagnostic> = fixable.into_iter().filter(alone).collect();
            fixed = compatible(&now, &good);
            // What is fine alone may not be so together.
            if !is_kept(&fixed) {
                fixed.truncate(1);
            }
        }
        if fixed.is_empty() {
            break;
        }
        let lines = LineIndex::new(&now);
        changes.extend(fixed.iter().map(|diagnostic| Change {
            line: lines.line_column(diagnostic.span().unwrap_or_default().start).line,
            code: diagnostic.code,
            message: what_was_done(diagnostic),
        }));
        for edit in edits_from_the_end(&fixed) {
            edited.replace(edit.span.range(), &edit.replacement);
        }
    }
    Fixes { edits: edited.edits(), changes }
}

/// All that the compiler says of a program.
fn diagnostics(text: &str, context: &Context) -> Vec<Diagnostic> {
    match context.engine().compile(text) {
        Ok(program) => program.warnings().to_vec(),
        Err(error) => error.diagnostics,
    }
}

fn safe(diagnostic: &Diagnostic) -> impl Iterator<Item = &Edit> {
    diagnostic.edits.iter().filter(|edit| edit.safe)
}

/// The diagnostics whose safe edits do not meet those of one before.
fn compatible<'d>(text: &str, diagnostics: &[&'d Diagnostic]) -> Vec<&'d Diagnostic> {
    let mut edits: Vec<&Edit> = Vec::new();
    let mut compatible = Vec::new();
    for diagnostic in diagnostics {
        let fits = |edit: &Edit| {
            let is_inside = text.get(edit.span.range()).is_some();
            is_inside && edits.iter().all(|other| !overlap(edit, other))
        };
        if safe(diagnostic).all(fits) {
            edits.extend(safe(diagnostic));
            compatible.push(*diagnostic);
        }
    }
    compatible
}

/// The safe edits of diagnostics that are compatible, the last one first.
fn edits_from_the_end<'d>(diagnostics: &[&'d Diagnostic]) -> Vec<&'d Edit> {
    let mut edits: Vec<&Edit> =
        diagnostics.iter().flat_map(|diagnostic| safe(diagnostic)).collect();
    edits.sort_by_key(|edit| std::cmp::Reverse(edit.span));
    edits
}

fn applied(text: &str, diagnostics: &[&Diagnostic]) -> String {
    let mut result = text.to_owned();
    for edit in edits_from_the_end(diagnostics) {
        result.replace_range(edit.span.range(), &edit.replacement);
    }
    result
}

/// Whether two edits touch the same text, or insert at the same place.
fn overlap(one: &Edit, other: &Edit) -> bool {
    let (one, other) = (one.span, other.span);
    one.start == other.start || (one.start < other.end && other.start < one.end)
}
