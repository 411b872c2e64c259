//! What the checker accepts and refuses, with functions made for the purpose: the checker must not need
//! to know any of the real ones.

mod calls;
mod failures;
mod functions;
mod large;
mod names;
mod places;
mod state;
mod unused;

use vrlet_compiler::tree::Node;
use vrlet_compiler::{Checked, Options, ReadOnly, check};
use vrlet_diagnostic::Diagnostic;
use vrlet_function::{Host, Registry};

/// Checks a program as VRL does.
fn checked(source: &str) -> Result<Checked, Vec<Diagnostic>> {
    checked_with(source, true, &[])
}

fn checked_with(
    source: &str,
    strict: bool,
    read_only: &[ReadOnly],
) -> Result<Checked, Vec<Diagnostic>> {
    let ast = vrlet_parser::parse(source)?;
    let mut registry = Registry::new();
    registry.extend(functions::ALL.iter().copied());
    registry.leave_out("sealed", "crypto");
    let host = Host::default();
    let options = Options {
        source,
        registry: &registry,
        host: &host,
        strict,
        read_only,
        before: None,
        may_fail: false,
    };
    check(&ast, &options)
}

/// The codes of the errors, or of the warnings where there are none.
fn codes(source: &str) -> Vec<u16> {
    numbers(checked(source))
}

fn numbers(checked: Result<Checked, Vec<Diagnostic>>) -> Vec<u16> {
    let diagnostics = checked.map_or_else(|errors| errors, |checked| checked.warnings);
    diagnostics.iter().map(|diagnostic| diagnostic.code.number()).collect()
}

/// The source that the place of the first diagnostic covers.
fn culprit(source: &str) -> &str {
    let diagnostics = checked(source).map_or_else(|errors| errors, |checked| checked.warnings);
    let span = diagnostics.first().and_then(Diagnostic::span).expect("a diagnostic with a place");
    &source[span.range()]
}

/// What the last expression of a program shows of a kind; it is a call of `kind_of`.
fn kind(source: &str) -> String {
    let checked = checked(source).unwrap_or_else(|errors| panic!("{source}: {errors:?}"));
    match checked.tree.roots.last().map(|last| &last.node) {
        Some(Node::Constant(value)) => value.as_text().expect("a text").to_str().into_owned(),
        _ => panic!("{source}: ends in no call of `kind_of`"),
    }
}

/// Programs with the codes they get.
fn expect(programs: &[(&str, &[u16])]) {
    for (source, expected) in programs {
        assert_eq!(codes(source), *expected, "{source}");
    }
}
