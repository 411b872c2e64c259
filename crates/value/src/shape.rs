//! Shapes, the hidden classes of objects: the keys that objects of one layout share.
//!
//! Events of one kind have the same keys in the same order, so the keys are kept once, in a shape,
//! and an object is a pointer to its shape beside a row of slots. Adding a key leads from one shape
//! to the next; the transition is kept, so that reading a stream of events walks from shape to shape
//! by comparing keys and hashes none. Each thread grows its own tree of shapes from its own root;
//! a shape that came from another thread works as well, it just belongs to that thread's tree.
//!
//! Shapes are never freed, so that handles to them are not counted: a counter would be a locked operation
//! for each object that is made, changed or dropped. A tree is bounded, and that of a thread that ended
//! goes to the next new one, so there are as many trees as threads were alive at once.

use std::fmt;
use std::ops::Deref;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, OnceLock, PoisonError};

use rustc_hash::FxHashMap;

use crate::Key;
use crate::json::write_key;
use crate::transitions::Transitions;

/// Objects with more keys than this are dictionaries.
pub(crate) const MAX_SHAPED_KEYS: usize = 128;
/// A shape has at most so many transitions; with further keys its objects become dictionaries.
const MAX_TRANSITIONS: usize = 32;
/// The same for the root: objects of all kinds start from it.
const MAX_ROOT_TRANSITIONS: usize = 128;
/// A tree with more shapes than this grows no further; new layouts become dictionaries.
const MAX_SHAPES: u32 = 8192;
/// Up to this many keys a look-up compares them one by one.
const MAX_LINEAR_KEYS: usize = 8;

/// An immutable list of distinct keys, and what has been learned about it.
pub struct Shape {
    keys: Box<[Key]>,
    index: OnceLock<FxHashMap<Key, u32>>,
    sorted: OnceLock<Box<[u32]>>,
    json_keys: OnceLock<JsonKeys>,
    transitions: Transitions<ShapeRef>,
    /// The slot that was removed first, and the shape without it.
    shrunk: OnceLock<(usize, ShapeRef)>,
    /// How many shapes the tree has.
    tree: &'static AtomicU32,
}

/// A shape: copied freely, never counted. Two are equal if they are one shape.
#[derive(Clone, Copy)]
pub struct ShapeRef(&'static Shape);

impl ShapeRef {
    fn new(shape: Shape) -> Self {
        Self(Box::leak(Box::new(shape)))
    }
}

impl Deref for ShapeRef {
    type Target = Shape;

    #[inline(always)]
    fn deref(&self) -> &Shape {
        self.0
    }
}

impl PartialEq for ShapeRef {
    #[inline(always)]
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.0, other.0)
    }
}

impl Eq for ShapeRef {}

impl fmt::Debug for ShapeRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// All keys of a shape as they stand in JSON: in one buffer, each with what stands before it
/// (`{"first":`, `,"next":`), and the short ones once more as blocks.
pub(crate) struct JsonKeys {
    text: Box<[u8]>,
    ends: Box<[u32]>,
    prefixes: Box<[KeyPrefix]>,
}

/// A short key and what stands before it, ready to be copied as a block, whose length is known.
pub(crate) struct KeyPrefix([u8; Self::BLOCK]);

impl KeyPrefix {
    pub(crate) const BLOCK: usize = 32;
    /// The last byte of a block is the length of the text at its start; of one that is too long, zero.
    const LENGTH: usize = Self::BLOCK - 1;

    fn new(text: &[u8]) -> Self {
        let mut block = [0; Self::BLOCK];
        if let (Some(start), Ok(length)) =
            (block[..Self::LENGTH].get_mut(..text.len()), text.len().try_into())
        {
            start.copy_from_slice(text);
            block[Self::LENGTH] = length;
        }
        Self(block)
    }

    /// The block of which [`KeyPrefix::length`] bytes are the prefix.
    #[inline(always)]
    pub(crate) fn block(&self) -> &[u8; Self::BLOCK] {
        &self.0
    }

    /// How long the prefix is; 0 if it is no block.
    #[inline(always)]
    pub(crate) fn length(&self) -> usize {
        usize::from(self.0[Self::LENGTH]).min(Self::LENGTH)
    }
}

impl JsonKeys {
    fn new(keys: &[Key]) -> Self {
        let mut text = Vec::new();
        let (mut ends, mut prefixes) = (Vec::new(), Vec::new());
        for key in keys {
            let start = text.len();
            text.push(if start == 0 { b'{' } else { b',' });
            write_key(key, &mut text);
            ends.push(u32::try_from(text.len()).unwrap_or(u32::MAX));
            prefixes.push(KeyPrefix::new(&text[start..]));
        }
        Self { text: text.into(), ends: ends.into(), prefixes: prefixes.into() }
    }

    /// The prefixes in the order of the slots.
    pub(crate) fn prefixes(&self) -> &[KeyPrefix] {
        &self.prefixes
    }

    /// The key of a slot with what stands before it.
    pub(crate) fn prefix(&self, slot: usize) -> &[u8] {
        let start = if slot == 0 { 0 } else { self.ends[slot - 1] as usize };
        &self.text[start..self.ends[slot] as usize]
    }

    /// The key of a slot as `"name":`.
    pub(crate) fn key(&self, slot: usize) -> &[u8] {
        &self.prefix(slot)[1..]
    }
}

/// The roots of threads that ended.
static FREE_ROOTS: Mutex<Vec<ShapeRef>> = Mutex::new(Vec::new());

thread_local! {
    static ROOT: ThreadRoot = ThreadRoot::new();
}

/// The root of a thread's tree, for as long as the thread lives.
struct ThreadRoot(ShapeRef);

impl ThreadRoot {
    fn new() -> Self {
        let free = FREE_ROOTS.lock().unwrap_or_else(PoisonError::into_inner).pop();
        Self(free.unwrap_or_else(|| {
            let tree = Box::leak(Box::new(AtomicU32::new(0)));
            ShapeRef::new(Shape::grow(Box::new([]), tree))
        }))
    }
}

impl Drop for ThreadRoot {
    fn drop(&mut self) {
        FREE_ROOTS.lock().unwrap_or_else(PoisonError::into_inner).push(self.0);
    }
}

impl Shape {
    /// The shape without keys from which this thread's shapes grow.
    #[must_use]
    #[inline]
    pub fn root() -> ShapeRef {
        ROOT.with(|root| root.0)
    }

    /// The shape of distinct keys in their order; `None` where objects of them should be dictionaries.
    #[must_use]
    pub fn of(keys: impl IntoIterator<Item = Key>) -> Option<ShapeRef> {
        keys.into_iter().try_fold(Self::root(), |shape, key| match shape.slot(&key) {
            Some(_) => None,
            None => shape.with(&key),
        })
    }

    fn grow(keys: Box<[Key]>, tree: &'static AtomicU32) -> Self {
        Self {
            keys,
            index: OnceLock::new(),
            sorted: OnceLock::new(),
            json_keys: OnceLock::new(),
            transitions: Transitions::default(),
            shrunk: OnceLock::new(),
            tree,
        }
    }

    /// The keys, in the order of the slots.
    #[must_use]
    pub fn keys(&self) -> &[Key] {
        &self.keys
    }

    /// The slot of a key.
    #[must_use]
    pub fn slot(&self, key: &str) -> Option<usize> {
        if self.keys.len() <= MAX_LINEAR_KEYS {
            return self.keys.iter().position(|own| &**own == key);
        }
        let index = self
            .index
            .get_or_init(|| (0..).zip(&self.keys).map(|(slot, key)| (key.clone(), slot)).collect());
        index.get(key).map(|slot| *slot as usize)
    }

    /// The slots in the order of their keys' bytes.
    pub(crate) fn sorted(&self) -> &[u32] {
        self.sorted.get_or_init(|| {
            let mut slots: Vec<u32> = (0..).zip(&self.keys).map(|(slot, _)| slot).collect();
            slots.sort_unstable_by(|a, b| self.keys[*a as usize].cmp(&self.keys[*b as usize]));
            slots.into()
        })
    }

    /// The keys as they stand in JSON.
    pub(crate) fn json_keys(&self) -> &JsonKeys {
        self.json_keys.get_or_init(|| JsonKeys::new(&self.keys))
    }

    /// The transitions to shapes with one key more that are known so far.
    pub(crate) fn transitions(&self) -> &Transitions<ShapeRef> {
        &self.transitions
    }

    /// The shape with `key` after the others, if it is known already.
    pub(crate) fn known(&self, key: &Key) -> Option<ShapeRef> {
        self.transitions.shapes().find(|shape| shape.keys.last() == Some(key))
    }

    /// The shape with `key`, which is not here yet, after the others; `None` where objects should
    /// become dictionaries.
    pub(crate) fn with(&self, key: &Key) -> Option<ShapeRef> {
        if let Some(known) = self.known(key) {
            return Some(known);
        }
        let most = if self.keys.is_empty() { MAX_ROOT_TRANSITIONS } else { MAX_TRANSITIONS };
        if self.keys.len() >= MAX_SHAPED_KEYS || self.transitions.count() >= most {
            return None;
        }
        if self.tree.fetch_add(1, Ordering::Relaxed) >= MAX_SHAPES {
            self.tree.fetch_sub(1, Ordering::Relaxed);
            return None;
        }
        let keys = self.keys.iter().chain([key]).cloned().collect();
        let mut json = Vec::new();
        write_key(key, &mut json);
        self.transitions.add(json, ShapeRef::new(Self::grow(keys, self.tree)))
    }

    /// The shape with all keys but that of `slot`; `None` where objects should become dictionaries.
    pub(crate) fn without(&self, slot: usize) -> Option<ShapeRef> {
        if let Some((known, shape)) = self.shrunk.get()
            && *known == slot
        {
            return Some(*shape);
        }
        let mut shape = Self::root();
        for (index, key) in self.keys.iter().enumerate() {
            if index != slot {
                shape = shape.with(key)?;
            }
        }
        // Streams remove the same field from each event; the first transition back is the one that counts.
        let _ = self.shrunk.set((slot, shape));
        Some(shape)
    }
}

impl fmt::Debug for Shape {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(&self.keys).finish()
    }
}
