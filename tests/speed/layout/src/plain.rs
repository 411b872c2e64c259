//! Objects without shapes: each keeps its own keys.

use std::collections::BTreeMap;
use std::hint::black_box;
use std::sync::Arc;

use indexmap::IndexMap;
use rustc_hash::FxBuildHasher;
use vrlet_value::{Key, Value};

use crate::clock::Row;
use crate::json::read::read;
use crate::json::write::write;
use crate::{BOTH, Lines, READ, WRITTEN, written};

/// A value whose objects have the layout `O`, copied when two holders differ, as the engine's are.
#[derive(Clone)]
pub enum Node<O> {
    Scalar(Value),
    Array(Arc<Vec<Self>>),
    Object(Arc<O>),
}

/// A layout of objects.
pub trait Fields: Clone + Default {
    fn get(&self, key: &str) -> Option<&Node<Self>>;
    fn set(&mut self, key: Key, value: Node<Self>);
    fn merge(&mut self, other: Self);
    fn each(&self) -> impl Iterator<Item = (&Key, &Node<Self>)>;
}

/// Keys hashed, in the order in which they came.
#[derive(Clone, Default)]
pub struct Hashed(IndexMap<Key, Node<Self>, FxBuildHasher>);

/// Pairs, searched one by one.
#[derive(Clone, Default)]
pub struct Pairs(Vec<(Key, Node<Self>)>);

/// Keys sorted in a tree.
#[derive(Clone, Default)]
pub struct Sorted(BTreeMap<Key, Node<Self>>);

impl Fields for Hashed {
    fn get(&self, key: &str) -> Option<&Node<Self>> {
        self.0.get(key)
    }

    fn set(&mut self, key: Key, value: Node<Self>) {
        self.0.insert(key, value);
    }

    fn merge(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    fn each(&self) -> impl Iterator<Item = (&Key, &Node<Self>)> {
        self.0.iter()
    }
}

impl Fields for Pairs {
    fn get(&self, key: &str) -> Option<&Node<Self>> {
        self.0.iter().find(|(own, _)| **own == *key).map(|(_, value)| value)
    }

    fn set(&mut self, key: Key, value: Node<Self>) {
        match self.0.iter_mut().find(|(own, _)| *own == key) {
            Some(field) => field.1 = value,
            None => self.0.push((key, value)),
        }
    }

    fn merge(&mut self, other: Self) {
        for (key, value) in other.0 {
            self.set(key, value);
        }
    }

    fn each(&self) -> impl Iterator<Item = (&Key, &Node<Self>)> {
        self.0.iter().map(|(key, value)| (key, value))
    }
}

impl Fields for Sorted {
    fn get(&self, key: &str) -> Option<&Node<Self>> {
        self.0.get(key)
    }

    fn set(&mut self, key: Key, value: Node<Self>) {
        self.0.insert(key, value);
    }

    fn merge(&mut self, mut other: Self) {
        self.0.append(&mut other.0);
    }

    fn each(&self) -> impl Iterator<Item = (&Key, &Node<Self>)> {
        self.0.iter()
    }
}

impl<O: Fields> Node<O> {
    fn fields(&mut self) -> &mut O {
        match self {
            Self::Object(fields) => Arc::make_mut(fields),
            Self::Scalar(_) | Self::Array(_) => panic!("all events are objects"),
        }
    }
}

fn read_all<O: Fields>(lines: &Lines) -> Vec<Node<O>> {
    (0..lines.ranges.len()).map(|line| read(lines, line)).collect()
}

/// Every row of the table.
pub fn rows<'a, O: Fields + 'a>(messages: &'a Lines, records: &'a Lines) -> Vec<Row<'a>> {
    let count = records.ranges.len();
    let mut rows = Vec::new();
    for (lines, [reads, writes]) in BOTH.map(|rows| (rows.0(messages, records), rows.1)) {
        rows.push(Row::new(reads, move || {
            (0..count).for_each(|line| drop(black_box(read::<O>(lines, line))));
        }));
        let parsed = read_all::<O>(lines);
        let mut out = Vec::new();
        rows.push(Row::new(writes, move || {
            out.clear();
            parsed.iter().for_each(|event| write(event, &mut out));
            black_box(&out);
        }));
    }
    let parsed = read_all::<O>(records);
    rows.push(Row::new("read ten fields", move || {
        for event in &parsed {
            if let Node::Object(fields) = event {
                for key in READ {
                    black_box(fields.get(key));
                }
            }
        }
    }));
    let keys = WRITTEN.map(Key::from_static);
    let write_fields = Row::new("write ten fields", move || {
        for line in 0..count {
            let mut event = read::<O>(records, line);
            let fields = event.fields();
            keys.iter().for_each(|key| fields.set(key.clone(), Node::Scalar(written())));
            black_box(event);
        }
    });
    let merge = Row::new("merge 29 keys into one", move || {
        for line in 0..count {
            let (mut event, mut record) = (read::<O>(messages, line), read::<O>(records, line));
            event.fields().merge(std::mem::take(record.fields()));
            black_box(event);
        }
    });
    rows.push(Row { without: &[2], ..write_fields });
    rows.push(Row { without: &[0, 2], ..merge });
    rows
}
