//! Tables in MaxMind databases.
//!
//! Such a database maps networks to records. Many networks share a record, and traffic comes from few
//! of them, so a machine keeps the records that it has decoded, by their place in the file.

mod check;
mod flat;
mod geoip;
mod lookup;
mod lookup_cache;
mod open;
mod path;
mod raw;
mod records;
mod search;

use maxminddb::Reader;

use crate::Missing;
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

/// What a lookup gives of a record.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Records {
    /// Flat fields where the database is of a kind that has them, else the record as it is.
    #[default]
    Auto,
    /// Flat fields: `city_name`, `country_code`, …
    Geoip,
    /// The record as it is.
    Mmdb,
}

/// How a MaxMind database is to be read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MmdbOptions {
    /// What a lookup gives of a record.
    pub records: Records,
    /// The language of names in flat fields.
    pub locale: String,
    /// What a lookup of one record gives where there is none.
    pub missing: Missing,
    /// Whether flat fields end with the `network` that the record is for.
    pub network: bool,
}

impl Default for MmdbOptions {
    /// What fits the database, in English.
    fn default() -> Self {
        Self {
            records: Records::Auto,
            locale: "en".to_owned(),
            missing: Missing::Error,
            network: false,
        }
    }
}

impl MmdbOptions {
    /// Sets what a lookup gives of a record.
    #[must_use]
    pub fn records(self, records: Records) -> Self {
        Self { records, ..self }
    }

    /// Sets the language of names in flat fields.
    #[must_use]
    pub fn locale(self, locale: impl Into<String>) -> Self {
        Self { locale: locale.into(), ..self }
    }

    /// Sets what a lookup of one record gives where there is none.
    #[must_use]
    pub fn missing(self, missing: Missing) -> Self {
        Self { missing, ..self }
    }

    /// Sets whether flat fields end with the `network` that the record is for.
    #[must_use]
    pub fn network(self, network: bool) -> Self {
        Self { network, ..self }
    }
}

impl MmdbTable {
    /// The options to read a file with.
    #[must_use]
    pub fn options() -> MmdbOptions {
        MmdbOptions::default()
    }
}
