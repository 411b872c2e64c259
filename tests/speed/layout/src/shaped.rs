//! Objects by shape: the engine's own values.

use std::hint::black_box;

use vrlet_value::json::{JsonReader, write};
use vrlet_value::{FieldCache, Key, MergeCache, Object};

use crate::clock::Row;
use crate::{BOTH, Lines, READ, Value, WRITTEN, written};

fn read(reader: &mut JsonReader, lines: &Lines, line: usize) -> Value {
    reader
        .read_part(&lines.text, lines.ranges[line].clone())
        .unwrap_or_else(|error| panic!("{error}"))
}

fn read_object(reader: &mut JsonReader, lines: &Lines, line: usize) -> Object {
    match read(reader, lines, line) {
        Value::Object(object) => object,
        other => panic!("all events are objects, this is {other:?}"),
    }
}

/// Every row of the table.
pub fn rows<'a>(messages: &'a Lines, records: &'a Lines) -> Vec<Row<'a>> {
    let count = records.ranges.len();
    let mut rows = Vec::new();
    for (lines, [reads, writes]) in BOTH.map(|rows| (rows.0(messages, records), rows.1)) {
        let mut reader = JsonReader::default();
        let parsed: Vec<Value> = (0..count).map(|line| read(&mut reader, lines, line)).collect();
        rows.push(Row::new(reads, move || {
            (0..count).for_each(|line| drop(black_box(read(&mut reader, lines, line))));
        }));
        let mut out = Vec::new();
        rows.push(Row::new(writes, move || {
            out.clear();
            parsed.iter().for_each(|event| write(event, &mut out));
            black_box(&out);
        }));
    }
    let mut reader = JsonReader::default();
    let parsed: Vec<Object> =
        (0..count).map(|line| read_object(&mut reader, records, line)).collect();
    let mut sites = READ.map(|key| (key, FieldCache::default()));
    rows.push(Row::new("read ten fields", move || {
        for event in &parsed {
            for (key, cache) in &mut sites {
                black_box(event.get_cached(key, cache));
            }
        }
    }));
    let mut sites = WRITTEN.map(|key| (Key::from_static(key), FieldCache::default()));
    let write_fields = Row::new("write ten fields", move || {
        for line in 0..count {
            let mut event = read_object(&mut reader, records, line);
            sites.iter_mut().for_each(|(key, cache)| event.insert_cached(key, written(), cache));
            black_box(event);
        }
    });
    let mut reader = JsonReader::default();
    let mut cache = MergeCache::default();
    let merge = Row::new("merge 29 keys into one", move || {
        for line in 0..count {
            let mut event = read_object(&mut reader, messages, line);
            event.merge_cached(read_object(&mut reader, records, line), &mut cache);
            black_box(event);
        }
    });
    rows.push(Row { without: &[2], ..write_fields });
    rows.push(Row { without: &[0, 2], ..merge });
    rows
}
