//! Read-only paths: parts of the event that the host does not let programs change.

use std::error::Error;
use std::fmt;

use vrlet_parser::ast::{Node, RootExpr};
use vrlet_value::{EventRoot, Path, Step};

use super::path::path;

/// A place that a program must not change.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ReadOnly {
    /// Whether it lies in the event or in the metadata.
    pub root: EventRoot,
    /// Where it lies there.
    pub path: Path,
    /// Whether what lies below may not change either.
    pub recursive: bool,
}

impl ReadOnly {
    /// The place that a path names, `.source` or `%tenant.id`. What lies below it may change.
    ///
    /// # Errors
    /// Where the text is no path of the event or the metadata.
    pub fn at(text: &str) -> Result<Self, NotAPath> {
        let refused = || NotAPath(text.to_owned());
        let ast = vrlet_parser::parse(text).map_err(|_| refused())?;
        let [RootExpr::Expr(expr)] = ast.roots.as_slice() else { return Err(refused()) };
        let Node::Query(query) = &expr.node else { return Err(refused()) };
        let root = query.root.as_ref().writable().ok().and_then(|root| root.of_event().ok());
        let root = root.ok_or_else(refused)?;
        Ok(Self { root, path: path(&query.path), recursive: false })
    }

    /// The place that a path names, and all that lies below it.
    ///
    /// # Errors
    /// As [`ReadOnly::at`].
    pub fn below(text: &str) -> Result<Self, NotAPath> {
        Ok(Self { recursive: true, ..Self::at(text)? })
    }

    /// Whether a write to `path` would change the place: a write to it, to one of its parents or, where
    /// it is recursive, to something below.
    pub(super) fn forbids(&self, root: EventRoot, path: &[Step]) -> bool {
        self.root == root
            && (self.path.starts_with(path) || (self.recursive && path.starts_with(&self.path)))
    }
}

/// A text that should name a place and does not.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NotAPath(String);

impl fmt::Display for NotAPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is no path of the event or the metadata, such as `.a.b` or `%a`", self.0)
    }
}

impl Error for NotAPath {}
