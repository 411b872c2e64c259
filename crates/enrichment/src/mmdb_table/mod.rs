//! Tables in MaxMind databases.
//!
//! Such a database maps networks to records. Many networks share a record, and traffic comes from few
//! of them, so a machine keeps the records that it has decoded, by their place in the file.

mod check;
mod flat;
mod geoip;
mod lookup;
mod open;
mod path;
mod raw;
mod records;
mod search;

use maxminddb::Reader;

use crate::{Missing, MmdbOptions, Records};
use flat::Layout;

/// A table read from a MaxMind database.
pub struct MmdbTable {
    file: String,
    reader: Reader<Vec<u8>>,
    /// The flat fields of a record; without it records are given as they are.
    layout: Option<Layout>,
    missing: Missing,
    network: bool,
}

impl MmdbTable {
    /// The options to read a file with.
    #[must_use]
    pub fn options() -> MmdbOptions {
        MmdbOptions::default()
    }
}
