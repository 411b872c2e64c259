//! `MmdbOptions`: how a MaxMind database is read (layout of records, locale, missing addresses).

use crate::Missing;

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
