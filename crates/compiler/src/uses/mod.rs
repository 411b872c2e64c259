//! What a program touches, collected from the checked tree: paths of event and metadata, functions, tables,
//! secrets, services of the host.

mod calls;
mod collect;
mod exact;
mod names;
mod paths;

use std::collections::{BTreeMap, BTreeSet};

pub use names::Names;
pub use paths::Paths;

/// What a program touches, as far as that can be said before it runs. Where it can't, the answer is more
/// than what a run touches, never less.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
#[non_exhaustive]
pub struct Uses {
    /// Places of the event.
    pub event: Places,
    /// Places of the metadata.
    pub metadata: Places,
    /// Whether the program's value can be the event itself, as where `.` is its last line. That is not
    /// counted as reading all of the event.
    pub returns_event: bool,
    /// The functions that are called, by name.
    pub functions: BTreeSet<&'static str>,
    /// The enrichment tables that are searched, by name.
    pub tables: BTreeMap<String, TableUse>,
    /// The secrets that are read.
    pub secrets_read: Names,
    /// The secrets that are set or removed.
    pub secrets_written: Names,
    /// What outside of the event functions ask for.
    pub outside: Outside,
    /// Whether the program lets a failure end its run: a call with `!`, or of a function that can
    /// fail although VRL's types say that it can't, where nothing around it handles that; or a write so far outside of an array that it is refused. Limits of the host, and values whose
    /// kind is not what the rules of VRL say, can end any run.
    pub can_fail: bool,
    /// Whether there is an `abort`.
    pub can_abort: bool,
}

/// Places of the event or of the metadata.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
#[non_exhaustive]
pub struct Places {
    /// What the run depends on: other places can change without changing what the program does. A
    /// removal whose result nobody takes, and a merge into everything, are no reads.
    pub reads: Paths,
    /// What the program may change: all that does not [overlap](Paths::overlaps) stays as it is.
    pub writes: Paths,
}

/// How a table is searched.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
#[non_exhaustive]
pub struct TableUse {
    /// The columns of conditions.
    pub searched: BTreeSet<String>,
    /// The columns that are taken out of records.
    pub selected: Names,
}

/// What functions ask the host for.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
#[non_exhaustive]
pub struct Outside {
    /// The network.
    pub network: bool,
    /// Environment variables, the name of the machine.
    pub environment: bool,
    /// Files, which are read when the program is compiled.
    pub files: bool,
    /// The time.
    pub clock: bool,
    /// Random bytes.
    pub random: bool,
    /// The log of the host.
    pub log: bool,
}
