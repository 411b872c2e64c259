//! Tables that programs look records up in.
//!
//! A search is prepared once a call site, from the keys of its condition: there the table makes its
//! index or finds out that a column is missing. Running it takes the values alone.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use vrlet_value::{Array, Key, KindSet, Text, Value};

use crate::failure::Failure;
use crate::machine_state::MachineState;

/// An enrichment table.
pub trait Table: Send + Sync {
    /// Prepares the search of one call site.
    ///
    /// # Errors
    /// Where the table has no such column, or can't be searched this way.
    fn search(
        self: Arc<Self>,
        condition: &[Condition],
        case: Case,
    ) -> Result<Box<dyn SearchFactory>, SearchError>;

    /// The names of the columns, where they are fixed.
    fn columns(&self) -> Option<Vec<String>>;

    /// The kinds that the values of a column may be of, where they are known and compared as they are.
    fn kinds(&self, column: &str) -> Option<KindSet> {
        let _ = column;
        None
    }

    /// What kind of table this is, for people: `CSV, 256 rows`.
    fn describe(&self) -> String;
}

/// A key of a search's condition.
#[derive(Clone, PartialEq, Debug)]
pub struct Condition {
    /// The column.
    pub column: Key,
    /// Whether the value is a range, an object of `from` and `to`, instead of a value to equal.
    pub range: bool,
}

/// Whether upper and lower case differ in a search.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Case {
    /// They differ.
    Sensitive,
    /// They do not.
    Insensitive,
}

/// What a table has prepared for the search of one call site: a part of the program, which threads share.
pub trait SearchFactory: Send + Sync {
    /// The search of one machine, with caches of its own.
    fn instantiate(&self, machine: &mut MachineState) -> Box<dyn Search>;
}

/// The search of one call site on one machine.
pub trait Search: Send {
    /// Finds the one record that meets the condition; `values` are those of the condition's keys, in
    /// order, `select` the columns wanted, `wildcard` a cell that equals every value; `machine` is the
    /// state in which the search was made.
    ///
    /// # Errors
    /// Where there is no such record or more than one, or a value can't be searched for.
    fn find_one(
        &mut self,
        machine: &mut MachineState,
        values: &mut [Value],
        select: Option<&Array>,
        wildcard: Option<&Text>,
    ) -> Result<Value, Failure>;

    /// Finds all records that meet the condition.
    ///
    /// # Errors
    /// Where a value can't be searched for.
    fn find_all(
        &mut self,
        machine: &mut MachineState,
        values: &mut [Value],
        select: Option<&Array>,
        wildcard: Option<&Text>,
    ) -> Result<Array, Failure>;
}

/// Why a search can't be prepared.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SearchError {
    /// The cause in one line.
    pub message: String,
    /// What to type instead.
    pub help: Option<String>,
}

/// The tables that a host gives to its programs, by name.
#[derive(Clone, Default)]
pub struct Tables(BTreeMap<String, Arc<dyn Table>>);

impl Tables {
    /// No tables.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a table; one of the same name that was there before is replaced.
    pub fn add(&mut self, name: impl Into<String>, table: Arc<dyn Table>) {
        self.0.insert(name.into(), table);
    }

    /// The table of a name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Arc<dyn Table>> {
        self.0.get(name)
    }

    /// All tables by name.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Arc<dyn Table>)> {
        self.0.iter().map(|(name, table)| (name.as_str(), table))
    }
}

impl fmt::Debug for Tables {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter().map(|(name, table)| (name, table.describe()))).finish()
    }
}
