//! Opens MaxMind databases, from files and from memory.

use std::borrow::Cow;
use std::fs;
use std::path::Path;

use maxminddb::Reader;

use super::flat::Layout;
use super::{MmdbOptions, MmdbTable, Records, check, geoip};
use crate::content;
use crate::error::{Reason, TableError};

impl MmdbOptions {
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
}
