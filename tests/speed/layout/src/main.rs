//! Which layout of objects is fastest? Shapes, as the engine has them, against three simpler ones, with
//! the same reader and writer of JSON around all.
//!
//! Run in `tests/speed/layout` with `cargo run --release`; it prints the table that
//! `docs/performance.md` holds.

mod clock;
mod events;
mod json;
mod plain;
mod shaped;
mod trees;

// The engine's sources, which `json` compiles in, name these from the root of the crate.
use vrlet_value::{Key, Text, Value, write_timestamp};

use self::clock::Measured;

fn main() {
    let messages = events::messages();
    let records = events::records(&messages);
    let contenders: [(&str, Vec<Measured>); 6] = [
        ("shapes", shaped::measure_all(&messages, &records)),
        ("`IndexMap`, fast hash", plain::measure_all::<plain::Hashed>(&messages, &records)),
        ("`Vec` of pairs", plain::measure_all::<plain::Pairs>(&messages, &records)),
        ("`BTreeMap`", plain::measure_all::<plain::Sorted>(&messages, &records)),
        ("`serde_json::Value`", trees::serde(&messages, &records)),
        ("`simd_json::OwnedValue`", trees::simd(&messages, &records)),
    ];
    println!(
        "| ns an event |{}",
        contenders.each_ref().map(|(name, _)| format!(" {name} |")).concat()
    );
    println!("|---|{}", "---:|".repeat(contenders.len()));
    for (row, first) in contenders[0].1.iter().enumerate() {
        let cells = contenders.each_ref().map(|(_, measured)| match measured.get(row) {
            Some(measured) => format!(" {:.0} |", measured.nanoseconds),
            None => " – |".to_owned(),
        });
        println!("| {} |{}", first.what, cells.concat());
    }
}

/// One text of many lines, and where each line stands in it.
pub struct Lines {
    text: Text,
    ranges: Vec<std::ops::Range<usize>>,
}

/// What is read and written as a whole: which of messages and records, and the names of both rows.
type Whole = (for<'a> fn(&'a Lines, &'a Lines) -> &'a Lines, [&'static str; 2]);
const BOTH: [Whole; 2] = [
    (|messages, _| messages, ["read, 1 key", "write, 1 key"]),
    (|_, records| records, ["read, 29 keys", "write, 29 keys"]),
];

/// The ten fields that the benchmarks of fields read.
const READ: [&str; 10] = [
    "action",
    "bytes",
    "dstaddr",
    "dstport",
    "interface_id",
    "packets",
    "protocol",
    "srcaddr",
    "srcport",
    "vpc_id",
];

/// The ten fields that they write: half of them are there already.
const WRITTEN: [&str; 10] = [
    "protocol",
    "action",
    "region",
    "start",
    "end",
    "dst_city",
    "dst_asn",
    "src_city",
    "src_asn",
    "direction",
];

/// The value that is written.
fn written() -> Value {
    Value::from_static("a value")
}
