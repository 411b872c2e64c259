//! Why a program does not compile.

use std::fmt;

use vrlet_diagnostic::{Diagnostic, Style, render_all};

/// What is wrong with a program: its diagnostics, errors first among them, and the source they point
/// into.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CompileError {
    /// The diagnostics in the order of the source.
    pub diagnostics: Vec<Diagnostic>,
    source: String,
}

impl CompileError {
    pub(crate) fn new(diagnostics: Vec<Diagnostic>, source: &str) -> Self {
        Self { diagnostics, source: source.to_owned() }
    }

    /// The diagnostics with their source, ready to print; of very many the first hundred. `origin` names
    /// the source: a file, say.
    #[must_use]
    pub fn render(&self, origin: &str, style: Style) -> String {
        render_all(&self.diagnostics, &self.source, origin, style)
    }
}

impl fmt::Display for CompileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.render("program", Style::Plain))
    }
}

impl std::error::Error for CompileError {}
