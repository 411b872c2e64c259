//! How a shape leads to those with one key more.
//!
//! The ways from a shape are a short list that only grows, so walking it needs no lock. Each way
//! holds its key as JSON has it, the first bytes as a number: whether a text continues with it is
//! usually one comparison.

use std::sync::{Arc, OnceLock};

use crate::json::write_key;
use crate::shape::Shape;
use crate::{Key, json::same_bytes};

const HEAD: usize = 8;

/// The ways that lead from a shape, oldest first.
#[derive(Default)]
pub(crate) struct Ways(OnceLock<Box<Way>>);

/// A way to the shape with one key more.
struct Way {
    /// The first bytes of `json`, and which of them count.
    head: u64,
    mask: u64,
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
        let (mut head, mut mask) = ([0; HEAD], [0; HEAD]);
        let length = json.len().min(HEAD);
        head[..length].copy_from_slice(&json[..length]);
        mask[..length].fill(u8::MAX);
        Self {
            head: u64::from_ne_bytes(head),
            mask: u64::from_ne_bytes(mask),
            json: json.into(),
            shape,
            others: Ways::default(),
        }
    }

    #[inline]
    fn starts(&self, input: &[u8]) -> bool {
        let Some(head) = input.first_chunk::<HEAD>() else {
            return input.starts_with(&self.json);
        };
        (u64::from_ne_bytes(*head) ^ self.head) & self.mask == 0
            && (self.json.len() <= HEAD
                || input.get(..self.json.len()).is_some_and(|input| same_bytes(input, &self.json)))
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
