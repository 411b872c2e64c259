//! Failures grouped by cause: what is reported of a run in which a million events failed in three ways.

use std::collections::HashMap;
use std::iter;

use vrlet::diagnostic::LineColumn;

use crate::position::SourcePos;

/// How many causes are told apart. Failures of others are counted all the same.
const MOST: usize = 10_000;
/// How many places are kept of a group after its first.
const NEXT: usize = 4;

/// Failures of one cause.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FailureGroup {
    /// The place in the program; none where events could not be read, which are grouped by what was
    /// expected of them.
    pub cause: Option<Cause>,
    /// The first of them.
    pub first: SourcePos,
    /// A few that follow it.
    pub next: Vec<SourcePos>,
    /// What the first one says.
    pub message: String,
    /// How many there are.
    pub count: u64,
}

impl FailureGroup {
    fn add(&mut self, count: u64, places: impl Iterator<Item = SourcePos>) {
        self.next.extend(places.take(NEXT - self.next.len()));
        self.count += count;
    }
}

/// A place in a program.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Cause {
    /// How often the program had been replaced.
    pub epoch: u64,
    /// Line and column in the source.
    pub position: LineColumn,
}

/// What makes failures one group.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
enum GroupKey {
    /// A place in the program.
    Program(Cause),
    /// What was expected of a text that can't be read, without what was found there.
    Unreadable(String),
}

/// Failures by their causes.
#[derive(Clone, Debug, Default)]
pub struct FailureGroups {
    groups: Vec<FailureGroup>,
    by_key: HashMap<GroupKey, usize>,
}

impl FailureGroups {
    /// Counts the failure of a program for the event at a position.
    pub(crate) fn add_failed(&mut self, cause: Cause, position: SourcePos, message: &str) {
        self.add(GroupKey::Program(cause), Some(cause), position, message);
    }

    /// Counts a text that can't be read, with the place where reading stopped.
    pub(crate) fn add_unreadable(&mut self, position: SourcePos, message: &str) {
        let expected = message.split_once(", found ").map_or(message, |(expected, _)| expected);
        self.add(GroupKey::Unreadable(expected.to_owned()), None, position, message);
    }

    fn add(&mut self, key: GroupKey, cause: Option<Cause>, position: SourcePos, message: &str) {
        if let Some(known) = self.by_key.get(&key).and_then(|at| self.groups.get_mut(*at)) {
            known.add(1, iter::once(position));
        } else if self.groups.len() < MOST {
            let (next, message) = (Vec::new(), message.to_owned());
            self.by_key.insert(key, self.groups.len());
            self.groups.push(FailureGroup { cause, first: position, next, message, count: 1 });
        }
    }

    /// Adds those of a batch.
    pub(crate) fn merge(&mut self, other: &mut Self) {
        let mut keys: Vec<_> = other.by_key.drain().collect();
        keys.sort_unstable_by_key(|(_, at)| *at);
        for ((key, _), group) in keys.into_iter().zip(other.groups.drain(..)) {
            if let Some(known) = self.by_key.get(&key).and_then(|at| self.groups.get_mut(*at)) {
                known.add(group.count, iter::once(group.first).chain(group.next));
            } else if self.groups.len() < MOST {
                self.by_key.insert(key, self.groups.len());
                self.groups.push(group);
            }
        }
    }

    pub(crate) fn clear(&mut self) {
        self.groups.clear();
        self.by_key.clear();
    }

    pub(crate) fn positions_mut(&mut self) -> impl Iterator<Item = &mut SourcePos> {
        self.groups.iter_mut().flat_map(|group| iter::once(&mut group.first).chain(&mut group.next))
    }
}

impl std::ops::Deref for FailureGroups {
    type Target = [FailureGroup];

    fn deref(&self) -> &[FailureGroup] {
        &self.groups
    }
}
