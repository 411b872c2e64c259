//! Events as the trees of other JSON libraries.

use std::hint::black_box;
use std::ops::Range;

use crate::clock::Row;
use crate::{BOTH, Lines};

/// `serde_json` into its own tree.
pub fn serde<'a>(messages: &'a Lines, records: &'a Lines) -> Vec<Row<'a>> {
    let read = |line: &[u8], _: &mut Vec<u8>| serde_json::from_slice(line).expect("JSON");
    rows(messages, records, read, |event: &serde_json::Value, out| {
        serde_json::to_writer(out, event).expect("JSON");
    })
}

/// `simd_json` into its own tree; it reads in place, so the copy of each line is part of the cost.
pub fn simd<'a>(messages: &'a Lines, records: &'a Lines) -> Vec<Row<'a>> {
    let read = |line: &[u8], copy: &mut Vec<u8>| {
        copy.clear();
        copy.extend_from_slice(line);
        simd_json::to_owned_value(copy).expect("JSON")
    };
    rows(messages, records, read, |event: &simd_json::OwnedValue, out| {
        simd_json::prelude::Writable::write(event, out).expect("JSON");
    })
}

fn rows<'a, T: 'a>(
    messages: &'a Lines,
    records: &'a Lines,
    read: fn(&[u8], &mut Vec<u8>) -> T,
    write: fn(&T, &mut Vec<u8>),
) -> Vec<Row<'a>> {
    let mut rows = Vec::new();
    for (lines, [reads, writes]) in BOTH.map(|rows| (rows.0(messages, records), rows.1)) {
        let line = |range: &Range<usize>| &lines.text.as_bytes()[range.clone()];
        let mut copy = Vec::new();
        let parsed: Vec<T> =
            lines.ranges.iter().map(|range| read(line(range), &mut copy)).collect();
        rows.push(Row::new(reads, move || {
            lines.ranges.iter().for_each(|range| drop(black_box(read(line(range), &mut copy))));
        }));
        let mut out = Vec::new();
        rows.push(Row::new(writes, move || {
            out.clear();
            parsed.iter().for_each(|event| write(event, &mut out));
            black_box(&out);
        }));
    }
    rows
}
