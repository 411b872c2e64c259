//! Completion: candidates for what is being typed at the cursor.

mod paths;
mod strings;
mod words;

use std::ops::Range;

use crate::document::Document;
use crate::fragment::Fragment;

/// What could stand at a place, and which part of the text it replaces.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct Completions {
    /// The part of the text that was typed so far.
    pub range: Range<usize>,
    /// What could stand there instead, the likeliest first.
    pub items: Vec<Completion>,
}

/// Something that could stand at a place.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct Completion {
    /// What a list shows.
    pub label: String,
    /// What replaces the typed part.
    pub insert: String,
    /// What it is.
    pub kind: CompletionKind,
    /// More of it in a few words: the call of a function, the kind of a value.
    pub detail: Option<String>,
    /// What it does or is for, in Markdown.
    pub about: Option<String>,
}

/// What a completion is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum CompletionKind {
    /// A function.
    Function,
    /// A variable.
    Variable,
    /// The name of an argument.
    Argument,
    /// A word of the language.
    Keyword,
    /// The field of an object.
    Field,
    /// The element of an array.
    Index,
    /// An enrichment table.
    Table,
    /// The column of an enrichment table.
    Column,
    /// One of the few strings that an argument can be.
    Choice,
}

impl Document {
    /// What could stand at an offset. The text after it is not looked at.
    #[must_use]
    pub fn complete(&self, offset: usize) -> Completions {
        let before = self.before(offset);
        let end = before.len();
        let (start, mut items) = match Fragment::of(before) {
            Fragment::Word { start, typed, call } => (start, self.words(end, typed, call.as_ref())),
            Fragment::Step { root, path, start, typed, form } => {
                (start, self.steps(end, root, &path, typed, form))
            }
            Fragment::String { start, typed, role } => (start, self.strings(end, typed, &role)),
            Fragment::Template { start, typed } => (start, self.variables(end, typed)),
            Fragment::Other => (end, Vec::new()),
        };
        // A call that is completed in the middle of a line has its parenthesis already.
        if self.text()[end..].starts_with(['(', '!']) {
            for item in items.iter_mut().filter(|item| item.kind == CompletionKind::Function) {
                item.insert.truncate(item.insert.trim_end_matches('(').len());
            }
        }
        Completions { range: start..end, items }
    }
}

impl Completion {
    /// One that is inserted as it is shown.
    fn new(text: impl Into<String>, kind: CompletionKind) -> Self {
        let label = text.into();
        Self { insert: label.clone(), label, kind, detail: None, about: None }
    }
}
