//! The outline of a program: its variables, and the fields that it writes.

use std::collections::HashSet;
use std::ops::Range;

use crate::document::Document;

/// Something that a program makes.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct Symbol {
    /// Its name or its path: `size`, `.user.id`, `%source`.
    pub name: String,
    /// What it is.
    pub kind: SymbolKind,
    /// The assignment.
    pub range: Range<usize>,
    /// The name in it.
    pub selection: Range<usize>,
    /// Its kind there, for people.
    pub detail: String,
}

/// What a symbol is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum SymbolKind {
    /// A variable.
    Variable,
    /// A place of the event.
    Field,
    /// A place of the metadata.
    Metadata,
}

impl Document {
    /// What the program assigns to, each name where it is first assigned.
    #[must_use]
    pub fn symbols(&self) -> Vec<Symbol> {
        let mut seen = HashSet::new();
        let mut symbols = Vec::new();
        for assignment in &self.analysis().assignments {
            let selection = assignment.target.range();
            let Some(name) = self.text().get(selection.clone()) else { continue };
            if !seen.insert(name) {
                continue;
            }
            let kind = match name.as_bytes().first() {
                Some(b'.') => SymbolKind::Field,
                Some(b'%') => SymbolKind::Metadata,
                _ => SymbolKind::Variable,
            };
            let detail = assignment.kind.to_string();
            let range = assignment.span.range();
            symbols.push(Symbol { name: name.to_owned(), kind, range, selection, detail });
        }
        symbols
    }
}
