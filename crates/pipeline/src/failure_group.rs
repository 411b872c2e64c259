//! Failures grouped by cause: what is reported of a run in which a million events failed in three ways.

use std::collections::HashMap;

use vrlet::diagnostic::LineColumn;

use crate::position::SourcePos;

/// How many causes are told apart. Failures of others are counted all the same.
const MOST: usize = 10_000;

/// Failures of one cause.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FailureGroup {
    /// The cause; none where events could not be read.
    pub cause: Option<Cause>,
    /// The first of them.
    pub first: SourcePos,
    /// What it says.
    pub message: String,
    /// How many there are.
    pub count: u64,
}

/// A place in a program.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Cause {
    /// How often the program had been replaced.
    pub epoch: u64,
    /// Line and column in the source.
    pub position: LineColumn,
}

/// Failures by their causes.
#[derive(Clone, Debug, Default)]
pub struct FailureGroups {
    groups: Vec<FailureGroup>,
    by_cause: HashMap<Option<Cause>, usize>,
}

impl FailureGroups {
    /// Counts failures of a cause; what is told of the first is asked for where there was none.
    pub(crate) fn add(
        &mut self,
        cause: Option<Cause>,
        count: u64,
        first: impl FnOnce() -> (SourcePos, String),
    ) {
        if let Some(group) = self.by_cause.get(&cause).and_then(|at| self.groups.get_mut(*at)) {
            group.count += count;
        } else if self.groups.len() < MOST {
            let (first, message) = first();
            self.by_cause.insert(cause, self.groups.len());
            self.groups.push(FailureGroup { cause, first, message, count });
        }
    }

    /// Adds those of a batch.
    pub(crate) fn merge(&mut self, other: &mut Self) {
        other.by_cause.clear();
        for FailureGroup { cause, first, message, count } in other.groups.drain(..) {
            self.add(cause, count, || (first, message));
        }
    }

    pub(crate) fn clear(&mut self) {
        self.groups.clear();
        self.by_cause.clear();
    }

    pub(crate) fn positions_mut(&mut self) -> impl Iterator<Item = &mut SourcePos> {
        self.groups.iter_mut().map(|group| &mut group.first)
    }
}

impl std::ops::Deref for FailureGroups {
    type Target = [FailureGroup];

    fn deref(&self) -> &[FailureGroup] {
        &self.groups
    }
}
