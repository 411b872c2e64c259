//! Input and output of the type checker: its options, and the checked program.

use vrlet_diagnostic::Diagnostic;
use vrlet_function::{Host, Registry, TypeDef};
use vrlet_value::Step;

use super::{ReadOnly, StateRoot, TypeEnv};
use crate::tree::Tree;

/// The surroundings of a program.
#[derive(Clone, Copy)]
pub struct Options<'a> {
    /// The text of the program, for diagnostics that repeat a part of it.
    pub source: &'a str,
    /// The functions it can call.
    pub registry: &'a Registry,
    /// What the host gives to functions.
    pub host: &'a Host,
    /// Whether needless handling of failures is an error, as in VRL, instead of a warning. What reads a
    /// variable whose assignment does not handle its failure is reported too, then, as in VRL.
    pub strict: bool,
    /// Places it must not change.
    pub read_only: &'a [ReadOnly],
    /// What programs before this one left, where it is one of several over the same event: it sees
    /// their variables, and its own live on.
    pub before: Option<&'a TypeEnv>,
    /// Whether a failure of a root expression may stay unhandled: to ask for the type of an expression.
    pub may_fail: bool,
}

/// A program that compiles.
pub struct Checked {
    /// The program.
    pub tree: Tree,
    /// What deserves a look.
    pub warnings: Vec<Diagnostic>,
    /// What is known of its value, `return` included.
    pub result: TypeDef,
    /// What is known when it has ended.
    pub after: TypeEnv,
}

impl Options<'_> {
    /// Whether the host forbids a write to a place; variables are the program's own.
    pub(super) fn is_read_only(&self, root: StateRoot, path: &[Step]) -> bool {
        root.of_event()
            .is_ok_and(|root| self.read_only.iter().any(|place| place.forbids(root, path)))
    }
}
