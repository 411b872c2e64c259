//! The transitions of a hidden class: how a shape leads to those with one key more.
//!
//! They are an append-only list, usually short, so walking it needs no lock. Each transition holds its
//! key as JSON spells it, padded to a block: whether the input continues with it is usually one
//! comparison of SIMD registers.

use std::sync::OnceLock;

/// How many bytes are compared at once.
const BLOCK: usize = 32;

/// The transitions of one shape, oldest first; `S` is a handle to a shape.
pub(crate) struct Transitions<S>(OnceLock<Box<Transition<S>>>);

impl<S> Default for Transitions<S> {
    fn default() -> Self {
        Self(OnceLock::new())
    }
}

/// A key, and the shape that has it after all keys of the one that this starts from.
struct Transition<S> {
    /// The start of `json`, and which of its bytes count.
    start: [u8; BLOCK],
    mask: [u8; BLOCK],
    /// The key as JSON spells it, colon included: `"name":`.
    json: Box<[u8]>,
    shape: S,
    next: Transitions<S>,
}

impl<S> Transition<S> {
    fn new(json: Vec<u8>, shape: S) -> Self {
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

impl<S: Copy> Transitions<S> {
    fn iter(&self) -> impl Iterator<Item = &Transition<S>> {
        std::iter::successors(self.0.get(), |transition| transition.next.0.get())
            .map(|transition| &**transition)
    }

    /// The shape of the transition whose key `input` starts with, and how long the key is as JSON.
    #[inline]
    pub(crate) fn step(&self, input: &[u8]) -> Option<(S, usize)> {
        self.iter()
            .find(|transition| transition.matches(input))
            .map(|transition| (transition.shape, transition.json.len()))
    }

    /// The shapes that the transitions lead to.
    pub(crate) fn shapes(&self) -> impl Iterator<Item = S> {
        self.iter().map(|transition| transition.shape)
    }

    /// How many transitions there are.
    pub(crate) fn count(&self) -> usize {
        self.iter().count()
    }

    /// Appends the transition of a key, spelled as JSON has it, after those that other threads may be
    /// adding meanwhile.
    pub(crate) fn add(&self, json: Vec<u8>, shape: S) -> Option<S> {
        let mut new = Box::new(Transition::new(json, shape));
        let mut end = self;
        loop {
            match end.0.set(new) {
                Ok(()) => return end.0.get().map(|transition| transition.shape),
                Err(back) => new = back,
            }
            end = &end.0.get()?.next;
        }
    }
}
