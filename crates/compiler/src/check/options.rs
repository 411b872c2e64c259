//! What a check is told, and what it tells.

use vrlet_diagnostic::Diagnostic;
use vrlet_function::{Host, Registry, TypeDef};
use vrlet_value::{Path, Step};

use crate::tree::Tree;

/// The surroundings of a program.
#[derive(Clone, Copy)]
pub struct Options<'a> {
    /// The functions it can call.
    pub registry: &'a Registry,
    /// What the host gives to functions.
    pub host: &'a Host,
    /// Whether needless handling of failures is an error, as in VRL, instead of a warning.
    pub strict: bool,
    /// Places it must not change.
    pub read_only: &'a [ReadOnly],
}

/// A place that a program must not change.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ReadOnly {
    /// Whether it lies in the metadata instead of the event.
    pub metadata: bool,
    /// Where it lies there.
    pub path: Path,
    /// Whether what lies below may not change either.
    pub recursive: bool,
}

/// A program that compiles.
pub struct Checked {
    /// The program.
    pub tree: Tree,
    /// What deserves a look.
    pub warnings: Vec<Diagnostic>,
    /// What is known of its value, `return` included.
    pub result: TypeDef,
}

impl ReadOnly {
    /// Whether a write to `path` would change the place: a write to it, to one of its parents or, where
    /// it is recursive, to something below.
    pub(super) fn forbids(&self, metadata: bool, path: &[Step]) -> bool {
        self.metadata == metadata
            && (self.path.starts_with(path) || (self.recursive && path.starts_with(&self.path)))
    }
}

impl Options<'_> {
    pub(super) fn read_only(&self, metadata: bool, path: &[Step]) -> bool {
        self.read_only.iter().any(|place| place.forbids(metadata, path))
    }
}
