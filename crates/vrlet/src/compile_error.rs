//! The error of a compilation: the diagnostics with the source they point into.

use std::fmt;

use vrlet_diagnostic::{Diagnostic, Style, render_all};

/// What is wrong with a program: its errors and the source that they point into. Warnings are for programs
/// that compile ([`Program::warnings`](crate::Program::warnings)).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CompileError {
    /// The errors in the order in which the compiler met them, as in VRL: one root expression after the
    /// other, and in each of them what nothing handles comes last.
    pub diagnostics: Vec<Diagnostic>,
    source: String,
}

impl CompileError {
    pub(crate) fn new(diagnostics: Vec<Diagnostic>, source: &str) -> Self {
        Self { diagnostics, source: source.to_owned() }
    }

    /// The errors with their source, ready to print; of very many the first hundred. `origin` names
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

#[cfg(test)]
mod tests {
    use vrlet_diagnostic::Severity;

    #[test]
    fn errors_come_as_they_are_met_and_without_warnings() {
        let engine = crate::Engine::builder().build();
        let Err(error) = engine.compile("unused = 1\n{ to_int(.a); .b = to_int(.c) }\nnope") else {
            panic!("it has errors")
        };
        let severities = error.diagnostics.iter().map(|error| error.severity);
        assert!(severities.into_iter().all(|severity| severity == Severity::Error));
        let codes: Vec<u16> = error.diagnostics.iter().map(|it| it.code.number()).collect();
        assert_eq!(codes, [103, 100, 701]);
    }
}
