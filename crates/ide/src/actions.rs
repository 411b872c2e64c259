//! Code actions: what mends a diagnostic, offered where it stands.

use std::ops::Range;

use vrlet::diagnostic::{Code, Edit};

use crate::advice::help;
use crate::document::Document;
use crate::edited::TextEdit;
use crate::fix::{Fixes, fix};

/// Something that can be done about a diagnostic.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct Action {
    /// What it does, for people.
    pub title: String,
    /// The diagnostic that it is about.
    pub code: Code,
    /// Where that stands.
    pub range: Range<usize>,
    /// The edits that do it, in order.
    pub edits: Vec<TextEdit>,
    /// Whether they keep what the program means, so that a tool may apply them unasked.
    pub is_safe: bool,
}

impl Document {
    /// What can be done about the diagnostics that touch a part of the text.
    #[must_use]
    pub fn actions(&self, part: &Range<usize>) -> Vec<Action> {
        let mut actions = Vec::new();
        for diagnostic in &self.analysis().diagnostics {
            let range = diagnostic.span().unwrap_or_default().range();
            if diagnostic.edits.is_empty() || range.start > part.end || part.start > range.end {
                continue;
            }
            let mut edits: Vec<TextEdit> = diagnostic.edits.iter().map(text_edit).collect();
            edits.sort_by_key(|edit| edit.range.start);
            actions.push(Action {
                title: help(diagnostic).unwrap_or(&diagnostic.message).to_owned(),
                code: diagnostic.code,
                range,
                edits,
                is_safe: diagnostic.edits.iter().all(|edit| edit.safe),
            });
        }
        actions
    }

    /// What mends the whole text as far as that is possible without changing what it means.
    #[must_use]
    pub fn fix_all(&self) -> Fixes {
        fix(self.context(), self.text())
    }
}

fn text_edit(edit: &Edit) -> TextEdit {
    TextEdit { range: edit.span.range(), replacement: edit.replacement.clone() }
}
