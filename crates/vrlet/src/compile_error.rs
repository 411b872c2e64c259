//! Why a program does not compile.

use std::fmt;

use vrlet_diagnostic::{Diagnostic, Style, render};

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

    /// The diagnostics with their source, ready to print. `origin` names the source: a file, say.
    #[must_use]
    pub fn render(&self, origin: &str, style: Style) -> String {
        let blocks = self
            .diagnostics
            .iter()
            .map(|diagnostic| render(diagnostic, &self.source, origin, style));
        blocks.collect::<Vec<_>>().join("\n")
    }
}

impl fmt::Display for CompileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.render("program", Style::Plain))
    }
}

impl std::error::Error for CompileError {}
