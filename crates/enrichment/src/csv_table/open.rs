//! Opens CSV tables, from files and from memory.

use std::fs;
use std::path::Path;

use super::load::load;
use super::{CsvOptions, CsvTable};
use crate::error::TableError;

impl CsvOptions {
    /// Reads a file.
    ///
    /// # Errors
    /// Where the file can't be read or a line of it does not fit.
    pub fn open(&self, path: impl AsRef<Path>) -> Result<CsvTable, TableError> {
        let path = path.as_ref();
        let bytes =
            fs::read(path).map_err(|error| TableError::unreadable(path.display(), &error))?;
        self.read(&path.display().to_string(), &bytes)
    }

    /// Reads what is in memory; `name` stands for the file in messages.
    ///
    /// # Errors
    /// Where a line does not fit.
    pub fn read(&self, name: &str, bytes: &[u8]) -> Result<CsvTable, TableError> {
        load(self, bytes).map_err(|reason| reason.of(name))
    }
}

impl CsvTable {
    /// Reads a file with a line of names, commas, and strings in every column.
    ///
    /// # Errors
    /// Where the file can't be read or a line of it does not fit.
    pub fn open(path: impl AsRef<Path>) -> Result<Self, TableError> {
        CsvOptions::default().open(path)
    }
}
