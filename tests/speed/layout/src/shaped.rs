//! Objects by shape: the engine's own values.

use std::hint::black_box;

use vrlet_value::json::{Reader, write};
use vrlet_value::{FieldCache, Key, MergeCache, Object};

use crate::clock::{Measured, measure};
use crate::{BOTH, Lines, READ, Value, WRITTEN, written};

fn read(reader: &mut Reader, lines: &Lines, line: usize) -> Value {
    reader
        .read_part(&lines.text, lines.ranges[line].clone())
        .unwrap_or_else(|error| panic!("{error}"))
}

fn read_object(reader: &mut Reader, lines: &Lines, line: usize) -> Object {
    match read(reader, lines, line) {
        Value::Object(object) => object,
        other => panic!("all events are objects, this is {other:?}"),
    }
}

/// Measures every row of the table.
pub fn measure_all(messages: &Lines, records: &Lines) -> Vec<Measured> {
    let count = records.ranges.len();
    let mut reader = Reader::default();
    let mut out = Vec::new();
    let mut rows = Vec::new();
    for (lines, [reads, writes]) in BOTH.map(|rows| (rows.0(messages, records), rows.1)) {
        rows.push(measure(reads, count, || {
            (0..count).for_each(|line| drop(read(&mut reader, lines, line)));
        }));
        let parsed: Vec<Value> = (0..count).map(|line| read(&mut reader, lines, line)).collect();
        rows.push(measure(writes, count, || {
            out.clear();
            parsed.iter().for_each(|event| write(event, &mut out));
        }));
    }
    let parsed: Vec<Object> =
        (0..count).map(|line| read_object(&mut reader, records, line)).collect();
    let mut sites = READ.map(|key| (key, FieldCache::default()));
    rows.push(measure("read ten fields", count, || {
        let mut found = |event: &Object| {
            sites.iter_mut().filter_map(|(key, cache)| event.get_cached(key, cache)).count()
        };
        parsed.iter().map(&mut found).sum::<usize>()
    }));
    let mut sites = WRITTEN.map(|key| (Key::from_static(key), FieldCache::default()));
    let write_fields = measure("write ten fields", count, || {
        for line in 0..count {
            let mut event = read_object(&mut reader, records, line);
            sites.iter_mut().for_each(|(key, cache)| event.insert_cached(key, written(), cache));
            black_box(event);
        }
    });
    let mut cache = MergeCache::default();
    let merge = measure("merge 29 keys into one", count, || {
        for line in 0..count {
            let mut event = read_object(&mut reader, messages, line);
            event.merge_cached(read_object(&mut reader, records, line), &mut cache);
            black_box(event);
        }
    });
    rows.push(write_fields.without(&[&rows[2]]));
    rows.push(merge.without(&[&rows[0], &rows[2]]));
    rows
}
