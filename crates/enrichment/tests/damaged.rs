//! Databases that are cut off or damaged: opening them or looking addresses up says so, and never
//! panics, hangs or takes up memory without end.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod support;

use std::fs;
use std::sync::Arc;

use support::database::Data::{self, Map, Text};
use support::database::Database;
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
                    match one(&mut search, &[text(address)]) {
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

/// A city whose record has one more field, of these bytes.
fn with_field(bytes: &[u8]) -> Database {
    let record = Map(vec![("country", Text("GB")), ("damaged", Data::Raw(bytes.to_vec()))]);
    Database::new("Own").network("1.1.1.0/24", &record)
}

#[test]
fn damaged_records_fail_the_lookup() {
    let map = |entries: &[u8]| [&[7 << 5 | 1], entries].concat();
    // One level more than a record may have: arrays of one array each.
    let deep: Vec<u8> = std::iter::repeat_n([1, 4], 64).flatten().chain([0, 4]).collect();
    for (what, bytes) in [
        ("a double of seven bytes", vec![3 << 5 | 7, 0, 0, 0, 0, 0, 0, 0]),
        ("a number of 16 bits with three bytes", vec![5 << 5 | 3, 1, 2, 3]),
        ("a text longer than the file", vec![2 << 5 | 29, 255]),
        ("bytes longer than the file", vec![4 << 5 | 29, 255]),
        ("a text that is not UTF-8", vec![2 << 5 | 2, 0xc3, 0x28]),
        ("a key that is not UTF-8", map(&[2 << 5 | 2, 0xc3, 0x28, 5 << 5])),
        ("a key that is a number", map(&[5 << 5 | 1, 1, 5 << 5 | 1, 1])),
        ("a map longer than the file", vec![7 << 5 | 29, 255]),
        ("an array longer than the file", vec![29, 4, 255]),
        ("a pointer beyond the data", vec![1 << 5 | 7, 255]),
        ("a type that there is not", vec![0, 200]),
        ("too many levels", deep),
    ] {
        let bytes = with_field(&bytes).bytes();
        assert!(!exercise(&bytes), "{what}");
        let table = MmdbTable::options().read("damaged.mmdb", bytes).unwrap();
        let said = one(&mut by(&Arc::new(table), "ip"), &[text("1.1.1.1")]).unwrap_err();
        assert!(said.contains("damaged.mmdb"), "{what}: {said}");
    }
    assert!(exercise(&with_field(&[5 << 5 | 1, 7]).bytes()), "a number is no damage");
}

#[test]
fn damaged_metadata_is_refused() {
    let database = with_field(&[5 << 5 | 1, 7]);
    let Map(entries) = database.metadata() else { unreachable!("metadata is a map") };
    let changed = |name: &str, value: Data| {
        let change = |(key, old): &(&'static str, Data)| {
            (*key, if *key == name { value.clone() } else { old.clone() })
        };
        Map(entries.iter().map(change).collect())
    };
    for (what, metadata) in [
        ("nothing", Data::Raw(Vec::new())),
        ("a number", Data::Uint128(1)),
        ("no entries", Map(Vec::new())),
        ("a node count that is a text", changed("node_count", Text("1"))),
        ("more nodes than there are", changed("node_count", Data::Uint32(100_000))),
        ("no nodes", changed("node_count", Data::Uint32(0))),
        ("fewer nodes than there are", changed("node_count", Data::Uint32(5))),
        ("a time beyond all dates", changed("build_epoch", Data::Uint64(u64::MAX))),
        ("entries of 20 bits", changed("record_size", Data::Uint16(20))),
        ("entries of 0 bits", changed("record_size", Data::Uint16(0))),
        ("entries of other bits", changed("record_size", Data::Uint16(24))),
    ] {
        let bytes = database.with_metadata(&metadata);
        let table = MmdbTable::options().read("damaged.mmdb", bytes);
        assert!(table.is_err(), "{what}");
    }
    for (what, metadata) in [
        ("an empty map at the end", changed("description", Map(Vec::new()))),
        ("an empty array", changed("languages", Data::Array(Vec::new()))),
        ("the beginning of time", changed("build_epoch", Data::Uint64(0))),
    ] {
        assert!(exercise(&database.with_metadata(&metadata)), "{what}");
    }
}

#[test]
fn a_damaged_search_tree_is_refused() {
    let sound = with_field(&[5 << 5 | 1, 7]).entry_bits(32).bytes();
    let Map(entries) = with_field(&[]).metadata() else { unreachable!("metadata is a map") };
    let nodes = entries.iter().find_map(|(name, value)| match value {
        Data::Uint32(nodes) if *name == "node_count" => Some(*nodes),
        _ => None,
    });
    let nodes = nodes.unwrap();
    for entry in [nodes + 1, nodes + 15, u32::MAX, nodes + 10_000] {
        for place in [0, 4] {
            let mut bytes = sound.clone();
            bytes[place..place + 4].copy_from_slice(&entry.to_be_bytes());
            let error = MmdbTable::options().read("damaged.mmdb", bytes).err().unwrap();
            assert!(error.reason.contains("points outside of the data"), "{entry}: {error}");
        }
    }
    let mut bytes = sound;
    bytes[nodes as usize * 8] = 1;
    let error = MmdbTable::options().read("damaged.mmdb", bytes).err().unwrap();
    assert!(error.reason.contains("does not end where the metadata says"), "{error}");
}

#[test]
fn every_address_of_the_samples() {
    for file in ["city", "asn"] {
        let path = repository("examples/flow-logs").join(file).with_extension("mmdb");
        let bytes = fs::read(path).unwrap();
        let reader = maxminddb::Reader::from_source(bytes.clone()).unwrap();
        for records in [Records::Geoip, Records::Mmdb] {
            let table =
                Arc::new(MmdbTable::options().records(records).read(file, bytes.clone()).unwrap());
            let mut search = by(&table, "ip");
            let mut count = 0;
            for found in reader.networks(maxminddb::WithinOptions::default()).unwrap() {
                let address = found.unwrap().network().unwrap().ip().to_string();
                let record = one(&mut search, &[text(&address)]);
                assert!(matches!(record, Ok(Value::Object(_))), "{file} {address} {record:?}");
                count += 1;
            }
            assert!(count > 50, "{file}: {count} networks");
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
    let city = fs::read(repository("examples/flow-logs/city.mmdb")).unwrap();
    let small = with_field(&[5 << 5 | 1, 7]).network("2001:220::/32", &Text("a record")).bytes();
    let mut numbers = Numbers(20_260_821);
    for good in [city, small] {
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
