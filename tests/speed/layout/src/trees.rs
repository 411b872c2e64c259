//! What other readers and writers of JSON need for the same events.

use crate::clock::{Measured, measure};
use crate::{BOTH, Lines};

/// `serde_json` into its own tree.
pub fn serde(messages: &Lines, records: &Lines) -> Vec<Measured> {
    rows(
        messages,
        records,
        |line| serde_json::from_slice(line).expect("JSON"),
        |event: &serde_json::Value, out| {
            serde_json::to_writer(out, event).expect("JSON");
        },
    )
}

/// `simd_json` into its own tree; it reads in place, so the copy of each line is part of the cost.
pub fn simd(messages: &Lines, records: &Lines) -> Vec<Measured> {
    let mut copy = Vec::new();
    let read = |line: &[u8]| {
        copy.clear();
        copy.extend_from_slice(line);
        simd_json::to_owned_value(&mut copy).expect("JSON")
    };
    rows(messages, records, read, |event: &simd_json::OwnedValue, out| {
        simd_json::prelude::Writable::write(event, out).expect("JSON");
    })
}

fn rows<T>(
    messages: &Lines,
    records: &Lines,
    mut read: impl FnMut(&[u8]) -> T,
    write: impl Fn(&T, &mut Vec<u8>),
) -> Vec<Measured> {
    let mut rows = Vec::new();
    let mut out = Vec::new();
    for (lines, [reads, writes]) in BOTH.map(|rows| (rows.0(messages, records), rows.1)) {
        let count = lines.ranges.len();
        let line = |range: &std::ops::Range<usize>| &lines.text.as_bytes()[range.clone()];
        rows.push(measure(reads, count, || {
            lines.ranges.iter().for_each(|range| drop(read(line(range))));
        }));
        let parsed: Vec<T> = lines.ranges.iter().map(|range| read(line(range))).collect();
        rows.push(measure(writes, count, || {
            out.clear();
            parsed.iter().for_each(|event| write(event, &mut out));
        }));
    }
    rows
}
