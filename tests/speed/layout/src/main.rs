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

const CONTENDERS: [&str; 6] = [
    "shapes",
    "`IndexMap`, fast hash",
    "`Vec` of pairs",
    "`BTreeMap`",
    "`serde_json::Value`",
    "`simd_json::OwnedValue`",
];

fn main() {
    let messages = events::messages();
    let records = events::records(&messages);
    let mut rows = [
        shaped::rows(&messages, &records),
        plain::rows::<plain::Hashed>(&messages, &records),
        plain::rows::<plain::Pairs>(&messages, &records),
        plain::rows::<plain::Sorted>(&messages, &records),
        trees::serde(&messages, &records),
        trees::simd(&messages, &records),
    ];
    let measured = clock::measure(&mut rows, records.ranges.len());
    println!("| ns an event | {} |", CONTENDERS.join(" | "));
    println!("|---|{}", "---:|".repeat(CONTENDERS.len()));
    for (index, row) in rows[0].iter().enumerate() {
        let cell = |times: &Vec<f64>| {
            times.get(index).map_or("–".to_owned(), |time| format!("{time:.0}"))
        };
        println!(
            "| {} | {} |",
            row.what,
            measured.iter().map(cell).collect::<Vec<_>>().join(" | ")
        );
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
