//! Databases that are cut off or damaged: opening them or looking addresses up says so, and never
//! panics, hangs or takes up memory without end.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod support;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use support::*;
use vrlet_enrichment::{MmdbTable, Records};
use vrlet_value::Value;

/// Addresses that lie all over the search tree.
const ADDRESSES: [&str; 12] = [
    "0.0.0.0",
    "1.1.1.1",
    "1.128.0.0",
    "8.8.8.8",
    "81.2.69.142",
    "89.160.20.128",
    "216.160.83.56",
    "255.255.255.255",
    "::",
    "2001:220::",
    "2a02:d280::1",
    "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
];

/// Opens the bytes and looks all addresses up; whether everything went well.
fn exercise(bytes: &[u8]) -> bool {
    let mut sound = true;
    for records in [Records::Auto, Records::Mmdb] {
        match MmdbTable::options().records(records).read("damaged.mmdb", bytes.to_vec()) {
            Err(error) => {
                assert!(error.to_string().starts_with("table file `damaged.mmdb`: "), "{error}");
                assert!(!error.reason.is_empty());
                sound = false;
            }
            Ok(table) => {
                let mut search = by(&Arc::new(table), "ip");
                for address in ADDRESSES {
                    match one(&mut *search, &[text(address)]) {
                        Ok(record) => assert!(record.depth() < 100),
                        Err(said) if said == "the table has no record for this address" => {}
                        Err(said) => {
                            assert!(said.contains("damaged.mmdb"), "{said}");
                            sound = false;
                        }
                    }
                }
            }
        }
    }
    sound
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

#[test]
fn every_database_that_is_bad_on_purpose() {
    let Some(folder) = maxmind() else { return };
    let files = files(&folder);
    assert!(files.len() > 30);
    for file in files {
        let sound = exercise(&fs::read(&file).unwrap());
        let name = file.file_name().unwrap().to_string_lossy();
        if name.ends_with("-Test.mmdb") {
            assert!(sound, "{name}");
        }
    }
}

#[test]
fn every_address_of_the_good_databases() {
    let Some(folder) = maxmind() else { return };
    for file in
        ["GeoIP2-City-Test", "GeoIP2-Enterprise-Test", "GeoIP2-ISP-Test", "GeoLite2-Country-Test"]
    {
        let bytes = fs::read(folder.join(file).with_extension("mmdb")).unwrap();
        let reader = maxminddb::Reader::from_source(bytes.clone()).unwrap();
        for records in [Records::Geoip, Records::Mmdb] {
            let table =
                Arc::new(MmdbTable::options().records(records).read(file, bytes.clone()).unwrap());
            let mut search = by(&table, "ip");
            for found in reader.networks(maxminddb::WithinOptions::default()).unwrap() {
                let address = found.unwrap().network().unwrap().ip().to_string();
                let record = one(&mut *search, &[text(&address)]);
                assert!(matches!(record, Ok(Value::Object(_))), "{file} {address} {record:?}");
            }
        }
    }
}

#[test]
fn a_database_cut_off_anywhere() {
    let bytes = fs::read(repository("examples/flow-logs/asn.mmdb")).unwrap();
    let step = (bytes.len() / 1500).max(1);
    // The last bytes, where the metadata is, one by one.
    let lengths =
        (0..bytes.len()).step_by(step).chain(bytes.len().saturating_sub(300)..bytes.len());
    for length in lengths {
        assert!(!exercise(&bytes[..length]), "{length} bytes of {}", bytes.len());
    }
    assert!(exercise(&bytes));
    // Cut off in front and in the middle, the metadata is whole, but the rest does not fit it.
    for cut in [1, 100, bytes.len() / 2] {
        assert!(MmdbTable::options().read("front.mmdb", bytes[cut..].to_vec()).is_err());
        let middle =
            [&bytes[..bytes.len() / 2 - cut.min(bytes.len() / 4)], &bytes[bytes.len() / 2..]]
                .concat();
        exercise(&middle);
    }
}

/// A small generator of numbers, the same at each run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit
    }
}

#[test]
fn databases_with_wrong_bytes() {
    let mut files = vec![repository("examples/flow-logs/city.mmdb")];
    if let Some(folder) = maxmind() {
        files.extend(
            ["GeoIP2-City-Test", "MaxMind-DB-test-decoder"]
                .map(|file| folder.join(file).with_extension("mmdb")),
        );
    }
    let mut numbers = Numbers(20_260_821);
    for file in files {
        let good = fs::read(file).unwrap();
        for round in 0..400 {
            let mut bytes = good.clone();
            for _ in 0..=round % 20 {
                // Half of the damage falls on the metadata and the end of the data.
                let place = if numbers.below(2) == 0 {
                    good.len() - 1 - numbers.below(600.min(good.len()))
                } else {
                    numbers.below(good.len())
                };
                bytes[place] = numbers.below(256) as u8;
            }
            exercise(&bytes);
        }
    }
}
