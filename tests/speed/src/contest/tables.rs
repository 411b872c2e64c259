//! Where the tables are: the samples of this repository, or full-size ones.

use std::path::PathBuf;

/// The files of the flagship's three tables.
#[derive(Clone, Debug)]
pub struct TableFiles {
    pub protocol: PathBuf,
    pub city: PathBuf,
    pub asn: PathBuf,
}

impl TableFiles {
    /// The samples; `VRLET_SPEED_CITY` and `VRLET_SPEED_ASN` name others.
    pub fn from_environment() -> Self {
        let samples =
            PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/flow-logs"));
        let or_sample = |variable: &str, sample: &str| {
            std::env::var_os(variable).map_or_else(|| samples.join(sample), PathBuf::from)
        };
        Self {
            protocol: samples.join("protocols.csv"),
            city: or_sample("VRLET_SPEED_CITY", "city.mmdb"),
            asn: or_sample("VRLET_SPEED_ASN", "asn.mmdb"),
        }
    }
}
