//! Why a program does not compile.

use std::fmt;

use vrlet_diagnostic::{Diagnostic, Style, render_all};

/// What is wrong with a program: its errors and the source that they point into. Warnings are for programs
/// that compile ([`Program::warnings`](crate::Program::warnings)).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CompileError {
    /// The errors in the order of the source.
    pub diagnostics: Vec<Diagnostic>,
    source: String,
}

impl CompileError {
    pub(crate) fn new(mut diagnostics: Vec<Diagnostic>, source: &str) -> Self {
        diagnostics.sort_by_key(Diagnostic::span);
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
    fn errors_come_in_the_order_of_the_source_and_without_warnings() {
        let engine = crate::Engine::builder().build();
        let Err(error) = engine.compile("unused = 1\n[to_int(.a), nope]\n\"\" ?? {}") else {
            panic!("it has errors")
        };
        let found = error.diagnostics.iter();
        let found: Vec<_> = found.map(|it| (it.severity, it.code.number(), it.span())).collect();
        assert!(found.is_sorted_by_key(|(_, _, span)| span), "{found:?}");
        assert!(found.iter().all(|(severity, ..)| *severity == Severity::Error), "{found:?}");
        let codes: Vec<u16> = found.iter().map(|(_, code, _)| *code).collect();
        assert_eq!(codes, [100, 701]);
    }
}
