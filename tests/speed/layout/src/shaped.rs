//! Objects by shape: the engine's own values.

use vrlet_value::json::{Reader, write};
use vrlet_value::{FieldCache, Key, MergeCache, Object};

use crate::clock::{Measured, measure};
use crate::{Lines, READ, Value, WRITTEN, written};

fn read(reader: &mut Reader, lines: &Lines, line: usize) -> Value {
    reader
        .read_part(&lines.text, lines.ranges[line].clone())
        .unwrap_or_else(|error| panic!("{error}"))
}

fn read_all(reader: &mut Reader, lines: &Lines) -> Vec<Object> {
    let object = |value| match value {
        Value::Object(object) => object,
        other => panic!("all events are objects, this is {other:?}"),
    };
    (0..lines.ranges.len()).map(|line| object(read(reader, lines, line))).collect()
}

/// Measures every row of the table.
pub fn measure_all(messages: &Lines, records: &Lines) -> Vec<Measured> {
    let count = records.ranges.len();
    let mut reader = Reader::default();
    let mut out = Vec::new();
    let mut rows = Vec::new();
    for (lines, [reads, writes]) in [
        (messages, ["read, 1 key", "write, 1 key"]),
        (records, ["read, 29 keys", "write, 29 keys"]),
    ] {
        rows.push(measure(
            reads,
            count,
            || (),
            |()| (0..count).for_each(|line| drop(read(&mut reader, lines, line))),
        ));
        let parsed: Vec<Value> = (0..count).map(|line| read(&mut reader, lines, line)).collect();
        rows.push(measure(
            writes,
            count,
            || (),
            |()| {
                out.clear();
                parsed.iter().for_each(|event| write(event, &mut out));
            },
        ));
    }
    let parsed = read_all(&mut reader, records);
    let mut sites = READ.map(|key| (key, FieldCache::default()));
    rows.push(measure(
        "read ten fields",
        count,
        || (),
        |()| {
            let mut found = |event: &Object| {
                sites.iter_mut().filter_map(|(key, cache)| event.get_cached(key, cache)).count()
            };
            parsed.iter().map(&mut found).sum::<usize>()
        },
    ));
    let mut sites = WRITTEN.map(|key| (Key::from_static(key), FieldCache::default()));
    rows.push(measure(
        "write ten fields",
        count,
        || read_all(&mut reader, records),
        |mut events| {
            for event in &mut events {
                sites
                    .iter_mut()
                    .for_each(|(key, cache)| event.insert_cached(key, written(), cache));
            }
            events
        },
    ));
    let mut cache = MergeCache::default();
    rows.push(measure(
        "merge 29 keys into one",
        count,
        || (read_all(&mut reader, messages), read_all(&mut reader, records)),
        |(mut events, records)| {
            for (event, record) in events.iter_mut().zip(records) {
                event.merge_cached(record, &mut cache);
            }
            events
        },
    ));
    rows
}
