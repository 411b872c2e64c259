//! Enrichment tables of the vrlet engine: CSV files and MaxMind databases, and the two functions that
//! look records up in them.
//!
//! A table is read once and never changes. What a call site needs (the columns, the hash index) is
//! found when its program is compiled; at run time a lookup hashes the values where they are, compares,
//! and hands out a record that it shares with earlier lookups of the same machine.

mod config;
mod content;
mod csv_table;
mod error;
pub mod functions;
mod lookup_cache;
mod mmdb_options;
#[cfg(feature = "mmdb")]
mod mmdb_table;
mod record_cache;
mod record_layout;

pub use config::{OptionError, TableKind, TableOptions, open_table, parse_table_argument};
pub use csv_table::{ColumnType, CsvOptions, CsvTable, KeyKind};
pub use error::TableError;
pub use mmdb_options::{MmdbOptions, Records};
#[cfg(feature = "mmdb")]
pub use mmdb_table::MmdbTable;

/// Whether a `select` has a name among its texts.
fn contains(select: &[vrlet_value::Value], name: &str) -> bool {
    select
        .iter()
        .any(|value| value.as_text().is_some_and(|text| text.as_bytes() == name.as_bytes()))
}

/// What a lookup of one record gives where the table has none.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Missing {
    /// A failure.
    #[default]
    Error,
    /// An empty object.
    Empty,
}
