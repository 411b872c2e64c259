//! Constant names that a program passes to functions: secrets, columns.

use std::collections::BTreeSet;

/// Names, or all that there are where it can't be said which.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Names {
    /// Any: a name is known only when the program runs.
    All,
    /// These.
    Some(BTreeSet<String>),
}

impl Default for Names {
    /// None.
    fn default() -> Self {
        Self::Some(BTreeSet::new())
    }
}

impl Names {
    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        matches!(self, Self::Some(names) if names.is_empty())
    }

    /// Whether a name is among them, or may be.
    #[must_use]
    pub fn contains(&self, name: &str) -> bool {
        match self {
            Self::All => true,
            Self::Some(names) => names.contains(name),
        }
    }

    /// Adds a name; none where it is not known.
    pub(crate) fn add(&mut self, name: Option<String>) {
        match (&mut *self, name) {
            (Self::All, _) => {}
            (Self::Some(names), Some(name)) => {
                names.insert(name);
            }
            (Self::Some(_), None) => *self = Self::All,
        }
    }
}
