//! What a build without some cargo features says of the tables that it can't read.

#![cfg(not(feature = "mmdb"))]
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use vrlet_enrichment::{TableOptions, open_table};

#[test]
fn a_maxmind_database_needs_its_feature() {
    let error = open_table(&TableOptions::new("city.mmdb"), None).err().unwrap();
    assert_eq!(
        error.to_string(),
        "table file `city.mmdb`: a MaxMind database needs the cargo feature `mmdb`"
    );
}
