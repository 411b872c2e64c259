//! The wording of a diagnostic's edits.

use vrlet::diagnostic::{Diagnostic, Note};

/// The advice of a diagnostic.
pub(crate) fn help(diagnostic: &Diagnostic) -> Option<&str> {
    diagnostic.notes.iter().find_map(|note| match note {
        Note::Help(text) => Some(text.as_str()),
        Note::Note(_) => None,
    })
}

/// The cause, and the advice that was followed.
pub(crate) fn what_was_done(diagnostic: &Diagnostic) -> String {
    match help(diagnostic) {
        Some(help) => format!("{}: {help}", diagnostic.message),
        None => diagnostic.message.clone(),
    }
}
