//! The layouts that objects share.
//!
//! Events of one kind have the same keys in the same order, so the keys are kept once, in a shape,
//! and an object is a pointer to its shape beside a row of slots. Adding a key leads from one shape
//! to the next; the way is remembered, so that reading a stream of events walks from shape to shape
//! by comparing keys and hashes none. Each thread grows its own tree of shapes from its own root;
//! a shape that came from another thread works as well, it just belongs to that thread's tree.

use std::fmt;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, OnceLock, Weak};

use rustc_hash::FxHashMap;

use crate::Key;
use crate::json::write_key;

/// Objects with more keys than this are dictionaries.
pub(crate) const WIDEST: usize = 128;
/// A shape from which more ways lead than this is the stem of dictionaries.
const MOST_WAYS: u32 = 32;
/// A tree with more shapes than this grows no further; new layouts become dictionaries.
const MOST_SHAPES: u32 = 8192;
/// Up to this many keys a look-up compares them one by one.
const FEW: usize = 8;

/// An immutable list of distinct keys, and what has been learned about it.
pub struct Shape {
    keys: Box<[Key]>,
    /// The last key as it stands in JSON, colon included: `"name":`.
    json: Box<[u8]>,
    index: OnceLock<FxHashMap<Key, u32>>,
    sorted: OnceLock<Box<[u32]>>,
    json_keys: OnceLock<JsonKeys>,
    ways: OnceLock<Box<Way>>,
    /// The slot that was removed first, and the shape without it; weak, since shapes that lead to each
    /// other in circles would never go away.
    shrunk: OnceLock<(usize, Weak<Shape>)>,
    tree: Arc<AtomicU32>,
}

/// A way to the shape with one key more, and the next of its siblings.
struct Way {
    shape: Arc<Shape>,
    sibling: OnceLock<Box<Way>>,
}

/// All keys of a shape as they stand in JSON, in one buffer.
pub(crate) struct JsonKeys {
    text: Box<[u8]>,
    ends: Box<[u32]>,
}

impl JsonKeys {
    /// The key of a slot with what stands before it in the order of the slots: `{"first":`, `,"next":`.
    pub(crate) fn opening(&self, slot: usize) -> &[u8] {
        let start = if slot == 0 { 0 } else { self.ends[slot - 1] as usize };
        &self.text[start..self.ends[slot] as usize]
    }

    /// The key of a slot as `"name":`.
    pub(crate) fn key(&self, slot: usize) -> &[u8] {
        &self.opening(slot)[1..]
    }
}

thread_local! {
    static ROOT: Arc<Shape> = Arc::new(Shape::grow(Box::new([]), Arc::new(AtomicU32::new(0))));
}

impl Shape {
    /// The shape without keys from which this thread's shapes grow.
    #[must_use]
    pub fn root() -> Arc<Self> {
        Self::with_root(Arc::clone)
    }

    /// Lends the shape without keys, for those who only walk from it.
    pub(crate) fn with_root<T>(walk: impl FnOnce(&Arc<Self>) -> T) -> T {
        ROOT.with(walk)
    }

    /// The shape of distinct keys in their order; `None` where objects of them should be dictionaries.
    #[must_use]
    pub fn of(keys: impl IntoIterator<Item = Key>) -> Option<Arc<Self>> {
        keys.into_iter().try_fold(Self::root(), |shape, key| match shape.slot(&key) {
            Some(_) => None,
            None => shape.with(&key).cloned(),
        })
    }

    fn grow(keys: Box<[Key]>, tree: Arc<AtomicU32>) -> Self {
        let mut json = Vec::new();
        if let Some(key) = keys.last() {
            write_key(key, &mut json);
        }
        Self {
            keys,
            json: json.into(),
            index: OnceLock::new(),
            sorted: OnceLock::new(),
            json_keys: OnceLock::new(),
            ways: OnceLock::new(),
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
        if self.keys.len() <= FEW {
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
        self.json_keys.get_or_init(|| {
            let mut text = Vec::new();
            let ends = self.keys.iter().map(|key| {
                text.push(if text.is_empty() { b'{' } else { b',' });
                write_key(key, &mut text);
                u32::try_from(text.len()).unwrap_or(u32::MAX)
            });
            let ends = ends.collect();
            JsonKeys { text: text.into(), ends }
        })
    }

    /// The shape with `key` behind the others, if that was asked for before.
    pub(crate) fn way(&self, key: &Key) -> Option<&Arc<Self>> {
        let mut way = &self.ways;
        while let Some(known) = way.get() {
            if known.shape.keys.last() == Some(key) {
                return Some(&known.shape);
            }
            way = &known.sibling;
        }
        None
    }

    /// The shape with `key`, which is not here yet, behind the others; `None` where objects should
    /// become dictionaries.
    pub(crate) fn with(&self, key: &Key) -> Option<&Arc<Self>> {
        let mut way = &self.ways;
        let mut count = 0;
        while let Some(known) = way.get() {
            if known.shape.keys.last() == Some(key) {
                return Some(&known.shape);
            }
            way = &known.sibling;
            count += 1;
        }
        if count >= MOST_WAYS || self.keys.len() >= WIDEST {
            return None;
        }
        if self.tree.fetch_add(1, Ordering::Relaxed) >= MOST_SHAPES {
            self.tree.fetch_sub(1, Ordering::Relaxed);
            return None;
        }
        let keys = self.keys.iter().chain([key]).cloned().collect();
        let shape = Arc::new(Self::grow(keys, Arc::clone(&self.tree)));
        // Another thread may have added a sibling meanwhile: then this one goes behind it.
        let mut new = Box::new(Way { shape, sibling: OnceLock::new() });
        loop {
            match way.set(new) {
                Ok(()) => return way.get().map(|way| &way.shape),
                Err(back) => new = back,
            }
            way = &way.get()?.sibling;
        }
    }

    /// The shape with all keys but that of `slot`; `None` where objects should become dictionaries.
    pub(crate) fn without(&self, slot: usize) -> Option<Arc<Self>> {
        if let Some((known, shape)) = self.shrunk.get()
            && *known == slot
            && let Some(shape) = shape.upgrade()
        {
            return Some(shape);
        }
        let mut shape = Self::root();
        for (index, key) in self.keys.iter().enumerate() {
            if index != slot {
                shape = Arc::clone(shape.with(key)?);
            }
        }
        // Streams remove the same field from each event; the first way back is the one that counts.
        let _ = self.shrunk.set((slot, Arc::downgrade(&shape)));
        Some(shape)
    }

    /// The next shape whose key starts `input` as `"name":`, and how long that is.
    pub(crate) fn step(&self, input: &[u8]) -> Option<(&Arc<Self>, usize)> {
        let mut way = &self.ways;
        while let Some(known) = way.get() {
            if input.starts_with(&known.shape.json) {
                return Some((&known.shape, known.shape.json.len()));
            }
            way = &known.sibling;
        }
        None
    }
}

impl fmt::Debug for Shape {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(&self.keys).finish()
    }
}
