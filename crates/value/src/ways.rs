//! How a shape leads to those with one key more.
//!
//! The ways from a shape are a short list that only grows, so walking it needs no lock. Each way
//! holds its key as JSON has it, filled up to a block: whether a text continues with it is usually one
//! comparison in vector registers.

use std::sync::{Arc, OnceLock};

use crate::Key;
use crate::json::write_key;
use crate::shape::Shape;

/// How many bytes are compared at once.
const BLOCK: usize = 32;

/// The ways that lead from a shape, oldest first.
#[derive(Default)]
pub(crate) struct Ways(OnceLock<Box<Way>>);

/// A way to the shape with one key more.
struct Way {
    /// The start of `json`, and which of its bytes count.
    start: [u8; BLOCK],
    mask: [u8; BLOCK],
    /// The key as it stands in JSON, colon included: `"name":`.
    json: Box<[u8]>,
    shape: Arc<Shape>,
    others: Ways,
}

impl Way {
    fn new(shape: Arc<Shape>) -> Self {
        let mut json = Vec::new();
        if let Some(key) = shape.keys().last() {
            write_key(key, &mut json);
        }
        let (mut start, mut mask) = ([0; BLOCK], [0; BLOCK]);
        let length = json.len().min(BLOCK);
        start[..length].copy_from_slice(&json[..length]);
        mask[..length].fill(u8::MAX);
        Self { start, mask, json: json.into(), shape, others: Ways::default() }
    }

    #[inline]
    fn starts(&self, input: &[u8]) -> bool {
        let Some(block) = input.first_chunk::<BLOCK>() else {
            return input.starts_with(&self.json);
        };
        let bytes = block.iter().zip(&self.start).zip(&self.mask);
        let differing = bytes.fold(0, |found, ((byte, own), mask)| found | ((byte ^ own) & mask));
        differing == 0 && (self.json.len() <= BLOCK || input.starts_with(&self.json))
    }
}

impl Ways {
    fn iter(&self) -> impl Iterator<Item = &Way> {
        std::iter::successors(self.0.get(), |way| way.others.0.get()).map(|way| &**way)
    }

    /// The way on which `input` continues with the key, and how long that is as JSON.
    #[inline]
    pub(crate) fn step(&self, input: &[u8]) -> Option<(&Arc<Shape>, usize)> {
        self.iter().find(|way| way.starts(input)).map(|way| (&way.shape, way.json.len()))
    }

    /// Where a key leads.
    pub(crate) fn find(&self, key: &Key) -> Option<&Arc<Shape>> {
        self.iter().map(|way| &way.shape).find(|shape| shape.keys().last() == Some(key))
    }

    /// How many ways there are.
    pub(crate) fn count(&self) -> usize {
        self.iter().count()
    }

    /// Adds a way behind those that other threads may be adding meanwhile.
    pub(crate) fn add(&self, shape: Arc<Shape>) -> Option<&Arc<Shape>> {
        let mut new = Box::new(Way::new(shape));
        let mut end = self;
        loop {
            match end.0.set(new) {
                Ok(()) => return end.0.get().map(|way| &way.shape),
                Err(back) => new = back,
            }
            end = &end.0.get()?.others;
        }
    }
}
