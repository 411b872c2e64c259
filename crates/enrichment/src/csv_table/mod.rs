//! Tables in CSV files.
//!
//! The cells of a column lie side by side in memory; a record becomes an object when a lookup first
//! gives it out. Indexes are made for the columns that programs search by, once for all call sites.

mod cell;
mod cells;
mod column_type;
mod dialect;
mod index;
mod interval;
mod key_kind;
mod load;
mod lookup;
mod open;
mod prefixes;
mod ranges;
mod records;
mod search;

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use chrono_tz::Tz;
use vrlet_function::Case;
use vrlet_value::Key;

use crate::Missing;
use cells::Cells;
pub use column_type::ColumnType;
use index::Index;
use interval::IntervalIndex;
pub use key_kind::KeyKind;

/// A table read from CSV.
pub struct CsvTable {
    names: Vec<Key>,
    cells: Cells,
    missing: Missing,
    /// The keys that are not matched by equality.
    intervals: Vec<(Key, Arc<IntervalIndex>)>,
    indexes: Mutex<Indexes>,
}

/// The indexes that call sites have asked for, by their columns.
type Indexes = HashMap<(Vec<usize>, Case), Arc<Index>>;

/// How a CSV file is to be read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CsvOptions {
    /// The types of columns by name; a column that is not here holds strings.
    pub schema: Vec<(String, ColumnType)>,
    /// What stands between two cells; a comma, or what a first line such as `sep=;` says, if left out.
    pub delimiter: Option<u8>,
    /// Whether the first line names the columns; without it they are called `0`, `1`, …
    pub header: bool,
    /// How many lines come before the names of the columns, or before the first row.
    pub skip: usize,
    /// The first character of lines that say nothing.
    pub comment: Option<u8>,
    /// The encoding, by a label of the WHATWG's standard; UTF-8, or UTF-16 with a byte order mark, if
    /// left out. Needs the cargo feature `charset`.
    pub encoding: Option<String>,
    /// The keys that are not matched by equality.
    pub keys: Vec<(String, KeyKind)>,
    /// What a lookup of one record gives where there is none.
    pub missing: Missing,
    /// The zone of dates and times that carry none.
    pub timezone: Tz,
}

impl Default for CsvOptions {
    /// Strings, separated by commas, below a line of names.
    fn default() -> Self {
        Self {
            schema: Vec::new(),
            delimiter: None,
            header: true,
            skip: 0,
            comment: None,
            encoding: None,
            keys: Vec::new(),
            missing: Missing::Error,
            timezone: Tz::UTC,
        }
    }
}

impl CsvOptions {
    /// Adds the type of a column.
    #[must_use]
    pub fn column(mut self, name: impl Into<String>, column_type: ColumnType) -> Self {
        self.schema.push((name.into(), column_type));
        self
    }

    /// Sets what stands between two cells.
    #[must_use]
    pub fn delimiter(self, delimiter: u8) -> Self {
        Self { delimiter: Some(delimiter), ..self }
    }

    /// Sets whether the first line names the columns.
    #[must_use]
    pub fn header(self, header: bool) -> Self {
        Self { header, ..self }
    }

    /// Sets how many lines come before the names of the columns.
    #[must_use]
    pub fn skip(self, skip: usize) -> Self {
        Self { skip, ..self }
    }

    /// Sets the first character of lines that say nothing.
    #[must_use]
    pub fn comment(self, comment: u8) -> Self {
        Self { comment: Some(comment), ..self }
    }

    /// Sets the encoding, such as `latin1`.
    #[must_use]
    pub fn encoding(self, label: impl Into<String>) -> Self {
        Self { encoding: Some(label.into()), ..self }
    }

    /// Adds a key that is not matched by equality.
    #[must_use]
    pub fn key(mut self, name: impl Into<String>, kind: KeyKind) -> Self {
        self.keys.push((name.into(), kind));
        self
    }

    /// Sets what a lookup of one record gives where there is none.
    #[must_use]
    pub fn missing(self, missing: Missing) -> Self {
        Self { missing, ..self }
    }

    /// Sets the zone of dates and times that carry none.
    #[must_use]
    pub fn timezone(self, timezone: Tz) -> Self {
        Self { timezone, ..self }
    }
}

impl CsvTable {
    /// The options to read a file with.
    #[must_use]
    pub fn options() -> CsvOptions {
        CsvOptions::default()
    }

    fn column(&self, name: &str) -> Option<usize> {
        self.names.iter().position(|own| &**own == name)
    }

    fn index(&self, columns: Vec<usize>, case: Case) -> Arc<Index> {
        let mut indexes = self.indexes.lock().unwrap_or_else(PoisonError::into_inner);
        let index = indexes.entry((columns, case)).or_insert_with_key(|(columns, case)| {
            Arc::new(Index::new(&self.cells, columns, *case))
        });
        Arc::clone(index)
    }
}

impl CsvTable {
    fn interval(&self, name: &str) -> Option<&Arc<IntervalIndex>> {
        self.intervals.iter().find(|(own, _)| &**own == name).map(|(_, index)| index)
    }

    /// The columns, and the keys that are none.
    fn key_names(&self) -> Vec<&str> {
        let keys = self.intervals.iter().map(|(name, _)| &**name);
        let keys = keys.filter(|name| self.column(name).is_none());
        self.names.iter().map(|name| &**name).chain(keys).collect()
    }
}
