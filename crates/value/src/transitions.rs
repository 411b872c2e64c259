//! The transitions of a hidden class: how a shape leads to those with one key more.
//!
//! They are an append-only list, usually short, so walking it needs no lock. Each transition holds its
//! key as JSON spells it, padded to a block: whether the input continues with it is usually one
//! comparison of SIMD registers.

use std::sync::{Arc, OnceLock};

use crate::Key;
use crate::json::write_key;
use crate::shape::Shape;

/// How many bytes are compared at once.
const BLOCK: usize = 32;

/// The transitions of one shape, oldest first.
#[derive(Default)]
pub(crate) struct Transitions(OnceLock<Box<Transition>>);

/// A key, and the shape that has it after all keys of the one that this starts from.
struct Transition {
    /// The start of `json`, and which of its bytes count.
    start: [u8; BLOCK],
    mask: [u8; BLOCK],
    /// The key as JSON spells it, colon included: `"name":`.
    json: Box<[u8]>,
    shape: Arc<Shape>,
    next: Transitions,
}

impl Transition {
    fn new(shape: Arc<Shape>) -> Self {
        let mut json = Vec::new();
        if let Some(key) = shape.keys().last() {
            write_key(key, &mut json);
        }
        let (mut start, mut mask) = ([0; BLOCK], [0; BLOCK]);
        let length = json.len().min(BLOCK);
        start[..length].copy_from_slice(&json[..length]);
        mask[..length].fill(u8::MAX);
        Self { start, mask, json: json.into(), shape, next: Transitions::default() }
    }

    #[inline]
    fn matches(&self, input: &[u8]) -> bool {
        let Some(block) = input.first_chunk::<BLOCK>() else {
            return input.starts_with(&self.json);
        };
        let bytes = block.iter().zip(&self.start).zip(&self.mask);
        let differing = bytes.fold(0, |found, ((byte, own), mask)| found | ((byte ^ own) & mask));
        differing == 0 && (self.json.len() <= BLOCK || input.starts_with(&self.json))
    }
}

impl Transitions {
    fn iter(&self) -> impl Iterator<Item = &Transition> {
        std::iter::successors(self.0.get(), |transition| transition.next.0.get())
            .map(|transition| &**transition)
    }

    /// The shape of the transition whose key `input` starts with, and how long the key is as JSON.
    #[inline]
    pub(crate) fn step(&self, input: &[u8]) -> Option<(&Arc<Shape>, usize)> {
        self.iter()
            .find(|transition| transition.matches(input))
            .map(|transition| (&transition.shape, transition.json.len()))
    }

    /// The shape that a key leads to.
    pub(crate) fn find(&self, key: &Key) -> Option<&Arc<Shape>> {
        self.iter()
            .map(|transition| &transition.shape)
            .find(|shape| shape.keys().last() == Some(key))
    }

    /// How many transitions there are.
    pub(crate) fn count(&self) -> usize {
        self.iter().count()
    }

    /// Appends a transition, after those that other threads may be adding meanwhile.
    pub(crate) fn add(&self, shape: Arc<Shape>) -> Option<&Arc<Shape>> {
        let mut new = Box::new(Transition::new(shape));
        let mut end = self;
        loop {
            match end.0.set(new) {
                Ok(()) => return end.0.get().map(|transition| &transition.shape),
                Err(back) => new = back,
            }
            end = &end.0.get()?.next;
        }
    }
}
