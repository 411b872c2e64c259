//! Tables in MaxMind databases.
//!
//! Such a database maps networks to records. Many networks share a record, and traffic comes from few
//! of them, so a machine keeps the records that it has decoded, by their place in the file.

mod check;
mod flat;
mod geoip;
mod lookup_cache;
mod path;
mod raw;
mod records;
mod search;

use std::borrow::Cow;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use maxminddb::Reader;
use vrlet_function::{Case, Condition, SearchError, SearchFactory, Table};

use crate::error::{Reason, TableError, not_one_address};
use crate::{Missing, content};
use flat::Layout;
use search::OfTable;

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

    /// Reads a file.
    ///
    /// # Errors
    /// Where the file can't be read or is no database that can be searched.
    pub fn open(&self, path: impl AsRef<Path>) -> Result<MmdbTable, TableError> {
        let path = path.as_ref();
        let bytes =
            fs::read(path).map_err(|error| TableError::unreadable(path.display(), &error))?;
        self.read(&path.display().to_string(), bytes)
    }

    /// Takes a database that is in memory; `name` stands for the file in messages.
    ///
    /// # Errors
    /// Where this is no database that can be searched.
    pub fn read(&self, name: &str, bytes: Vec<u8>) -> Result<MmdbTable, TableError> {
        let failed = |reason: String| TableError::new(name, reason);
        let bytes = match content::decompressed(&bytes).map_err(failed)? {
            Cow::Owned(decompressed) => decompressed,
            Cow::Borrowed(_) => bytes,
        };
        check::check(&bytes).map_err(failed)?;
        let reader = Reader::from_source(bytes).map_err(|error| failed(error.to_string()))?;
        let database = &reader.metadata().database_type;
        let layout = match (self.records, geoip::fields(database)) {
            (Records::Mmdb, _) | (Records::Auto, None) => None,
            (Records::Auto | Records::Geoip, Some(fields)) => {
                Some(Layout::new(fields, &self.locale))
            }
            (Records::Geoip, None) => {
                let reason = format!(
                    "flat fields are not known for databases of type `{database}`, expected {}; the type \
                     `mmdb` gives records as they are",
                    geoip::KINDS
                );
                return Err(Reason::instead(reason, "type", "mmdb").of(name));
            }
        };
        Ok(MmdbTable {
            file: name.to_owned(),
            reader,
            layout,
            missing: self.missing,
            network: self.network,
        })
    }
}

impl MmdbTable {
    /// Reads a file: flat fields where its kind has them, else records as they are.
    ///
    /// # Errors
    /// Where the file can't be read or is no database that can be searched.
    pub fn open(path: impl AsRef<Path>) -> Result<Self, TableError> {
        MmdbOptions::default().open(path)
    }

    /// The options to read a file with.
    #[must_use]
    pub fn options() -> MmdbOptions {
        MmdbOptions::default()
    }
}

impl Table for MmdbTable {
    fn search(
        self: Arc<Self>,
        condition: &[Condition],
        _: Case,
    ) -> Result<Box<dyn SearchFactory>, SearchError> {
        match condition {
            [key] if !key.range => Ok(Box::new(OfTable(self))),
            _ => Err(not_one_address()),
        }
    }

    fn columns(&self) -> Option<Vec<String>> {
        let layout = self.layout.as_ref()?;
        let network = self.network.then(|| "network".to_owned());
        Some(layout.names().map(ToString::to_string).chain(network).collect())
    }

    fn describe(&self) -> String {
        let records = if self.layout.is_some() { "flat fields" } else { "records as they are" };
        format!("{}, {records}", self.reader.metadata().database_type)
    }
}
