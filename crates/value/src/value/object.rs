//! Objects: named values in the order in which they came.
//!
//! An object is copy-on-write. Most have a [`Shape`] and a row of slots; one with very many or
//! computed keys is a dictionary. Where a program can see an order it is the sorted one
//! ([`Object::sorted`]); the order of the keys in the event itself is kept for people who compare
//! logs.

use std::fmt;

use triomphe::Arc;

use super::{Dictionary, Fields, Layout, Object, Value};
use crate::Key;
use crate::row_pool;
use crate::seeded_hasher::SeededHasher;
use crate::shape::{MAX_SHAPED_KEYS, Shape, ShapeRef};

impl Clone for Fields {
    /// Fields are copied because somebody is about to change them, so their text is not.
    fn clone(&self) -> Self {
        Self { layout: self.layout.clone(), depth: self.depth, json: None }
    }
}

impl Drop for Fields {
    fn drop(&mut self) {
        if let Layout::Shaped { slots, .. } = &mut self.layout {
            row_pool::give_back(slots);
        }
    }
}

impl Object {
    /// Capacity worth reserving after the slots of an object that is made for an event: programs add fields.
    pub const SPARE: usize = 8;

    /// An object without fields. Each thread has one that all share until they change it: every event
    /// comes with metadata that few programs touch.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        thread_local! {
            static EMPTY: Object = Object::with_capacity(0);
        }
        EMPTY.try_with(Self::clone).unwrap_or_else(|_| Self::with_capacity(0))
    }

    /// An object without fields with capacity for `fields` of them.
    #[must_use]
    pub fn with_capacity(fields: usize) -> Self {
        let layout = if fields > MAX_SHAPED_KEYS {
            Layout::Dictionary(Dictionary::with_capacity_and_hasher(fields, SeededHasher))
        } else {
            Layout::Shaped { shape: Shape::root(), slots: Vec::with_capacity(fields) }
        };
        Self(Arc::new(Fields { layout, depth: 1, json: None }))
    }

    /// An object of a known shape.
    ///
    /// # Panics
    /// Where there are not as many values as keys.
    #[must_use]
    pub fn from_shape(shape: ShapeRef, slots: Vec<Value>) -> Self {
        assert_eq!(shape.keys().len(), slots.len(), "one value for each key");
        let depth = 1 + slots.iter().map(Value::depth).max().unwrap_or(0);
        Self(Arc::new(Fields { layout: Layout::Shaped { shape, slots }, depth, json: None }))
    }

    /// [`Object::from_shape`] of values that hold no others.
    ///
    /// # Panics
    /// Where there are not as many values as keys.
    #[must_use]
    #[inline]
    pub fn from_scalars(shape: ShapeRef, slots: Vec<Value>) -> Self {
        assert_eq!(shape.keys().len(), slots.len(), "one value for each key");
        debug_assert!(slots.iter().all(|value| value.depth() == 0), "values that hold no others");
        Self::from_parts(shape, slots, 1)
    }

    /// An object of a known shape, with as many values as keys, nested `depth` deep.
    pub(crate) fn from_parts(shape: ShapeRef, slots: Vec<Value>, depth: u32) -> Self {
        debug_assert_eq!(shape.keys().len(), slots.len(), "one value for each key");
        Self(Arc::new(Fields { layout: Layout::Shaped { shape, slots }, depth, json: None }))
    }

    /// An object without a shape, nested `depth` deep.
    pub(crate) fn from_dictionary(fields: Dictionary, depth: u32) -> Self {
        Self(Arc::new(Fields { layout: Layout::Dictionary(fields), depth, json: None }))
    }

    /// The layout that this object shares with others; `None` where it has its own.
    #[must_use]
    #[inline]
    pub fn shape(&self) -> Option<ShapeRef> {
        match &self.0.layout {
            Layout::Shaped { shape, .. } => Some(*shape),
            Layout::Dictionary(_) => None,
        }
    }

    /// How many fields there are.
    #[must_use]
    #[inline]
    pub fn len(&self) -> usize {
        match &self.0.layout {
            Layout::Shaped { slots, .. } => slots.len(),
            Layout::Dictionary(fields) => fields.len(),
        }
    }

    /// Whether there are no fields.
    #[must_use]
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// An upper bound of how deep containers are nested, this object included.
    #[must_use]
    #[inline]
    pub fn depth(&self) -> u32 {
        self.0.depth
    }

    /// The value of a field.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Value> {
        match &self.0.layout {
            Layout::Shaped { shape, slots } => shape.slot(key).map(|slot| &slots[slot]),
            Layout::Dictionary(fields) => fields.get(key),
        }
    }

    /// Whether there is such a field.
    #[must_use]
    pub fn contains_key(&self, key: &str) -> bool {
        self.get(key).is_some()
    }

    /// Sets a field, after the others if it is new; the old value is given back.
    pub fn insert(&mut self, key: Key, value: Value) -> Option<Value> {
        let fields = self.fields_mut();
        fields.depth = fields.depth.max(1 + value.depth());
        match &mut fields.layout {
            Layout::Shaped { shape, slots } => {
                if let Some(slot) = shape.slot(&key) {
                    return Some(std::mem::replace(&mut slots[slot], value));
                }
                if let Some(grown) = shape.with(&key) {
                    *shape = grown;
                    slots.push(value);
                } else {
                    let mut dictionary: Dictionary =
                        shape.keys().iter().cloned().zip(std::mem::take(slots)).collect();
                    dictionary.insert(key, value);
                    fields.layout = Layout::Dictionary(dictionary);
                }
                None
            }
            Layout::Dictionary(dictionary) => dictionary.insert(key, value),
        }
    }

    /// Removes a field; the others keep their order.
    pub fn remove(&mut self, key: &str) -> Option<Value> {
        // Look before touching, so that a shared object is not copied for nothing.
        match &self.0.layout {
            Layout::Shaped { shape, .. } => {
                let slot = shape.slot(key)?;
                Some(self.remove_slot(slot))
            }
            Layout::Dictionary(fields) => {
                fields.get_index_of(key)?;
                match self.layout_mut() {
                    Layout::Dictionary(fields) => fields.shift_remove(key),
                    Layout::Shaped { .. } => None,
                }
            }
        }
    }

    fn remove_slot(&mut self, slot: usize) -> Value {
        let layout = self.layout_mut();
        let Layout::Shaped { shape, slots } = layout else {
            unreachable!("a slot belongs to a shape");
        };
        let removed = slots.remove(slot);
        match shape.without(slot) {
            Some(shrunk) => *shape = shrunk,
            None => {
                let keys = shape.keys().iter().enumerate().filter(|(index, _)| *index != slot);
                let keys = keys.map(|(_, key)| key.clone());
                *layout = Layout::Dictionary(keys.zip(std::mem::take(slots)).collect());
            }
        }
        removed
    }

    /// Takes the value of a field out and leaves null in its place.
    pub fn take(&mut self, key: &str) -> Option<Value> {
        self.contains_key(key).then(|| self.get_mut(key).map(std::mem::take)).flatten()
    }

    /// Mutable access for the paths, which mend the depth themselves ([`Object::raise_depth`]).
    pub(crate) fn get_mut(&mut self, key: &str) -> Option<&mut Value> {
        match &mut self.fields_mut().layout {
            Layout::Shaped { shape, slots } => shape.slot(key).map(|slot| &mut slots[slot]),
            Layout::Dictionary(fields) => fields.get_mut(key),
        }
    }

    /// Records that a field now holds containers nested `below` deep.
    pub(crate) fn raise_depth(&mut self, below: u32) {
        if self.0.depth <= below {
            self.fields_mut().depth = below + 1;
        }
    }

    /// Sets every field of `other` here: a shallow merge in which `other` wins.
    pub fn merge(&mut self, other: Self) {
        if self.is_empty() {
            *self = other;
            return;
        }
        for (key, value) in other {
            self.insert(key, value);
        }
    }

    /// Keeps the fields for which `keep` says so.
    pub fn retain(&mut self, mut keep: impl FnMut(&Key, &Value) -> bool) {
        *self = std::mem::take(self).into_iter().filter(|(key, value)| keep(key, value)).collect();
    }

    /// The fields in the order in which they came.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&Key, &Value)> {
        (0..self.len()).map(|slot| self.at(slot))
    }

    /// The fields in the order of their keys' bytes: the order that programs see.
    pub fn sorted(&self) -> impl ExactSizeIterator<Item = (&Key, &Value)> {
        let order: std::borrow::Cow<'_, [u32]> = match &self.0.layout {
            Layout::Shaped { shape, .. } => shape.sorted().into(),
            Layout::Dictionary(fields) => {
                let mut order: Vec<u32> = (0..).zip(fields.keys()).map(|(slot, _)| slot).collect();
                order.sort_unstable_by_key(|slot| {
                    fields.get_index(*slot as usize).map(|(key, _)| key)
                });
                order.into()
            }
        };
        (0..order.len()).map(move |index| self.at(order[index] as usize))
    }

    /// The keys in the order in which they came.
    pub fn keys(&self) -> impl ExactSizeIterator<Item = &Key> {
        self.iter().map(|(key, _)| key)
    }

    /// The values in the order in which they came.
    pub fn values(&self) -> impl ExactSizeIterator<Item = &Value> {
        self.iter().map(|(_, value)| value)
    }

    /// The values, for changes that leave their depth as it is.
    pub(crate) fn values_mut(&mut self) -> Box<dyn Iterator<Item = &mut Value> + '_> {
        match self.layout_mut() {
            Layout::Shaped { slots, .. } => Box::new(slots.iter_mut()),
            Layout::Dictionary(fields) => Box::new(fields.values_mut()),
        }
    }

    pub(crate) fn layout(&self) -> &Layout {
        &self.0.layout
    }

    pub(crate) fn layout_mut(&mut self) -> &mut Layout {
        &mut self.fields_mut().layout
    }

    /// The fields, for somebody who changes them.
    fn fields_mut(&mut self) -> &mut Fields {
        let fields = Arc::make_mut(&mut self.0);
        fields.json = None;
        fields
    }

    /// Keeps the JSON of this object until it is changed.
    pub(crate) fn set_json(&mut self, json: Box<[u8]>) {
        self.fields_mut().json = Some(json);
    }

    /// The cached JSON.
    pub(crate) fn json(&self) -> Option<&[u8]> {
        self.0.json.as_deref()
    }

    #[inline]
    fn at(&self, slot: usize) -> (&Key, &Value) {
        match &self.0.layout {
            Layout::Shaped { shape, slots } => (&shape.keys()[slot], &slots[slot]),
            Layout::Dictionary(fields) => fields.get_index(slot).expect("a slot below the length"),
        }
    }
}

impl Default for Object {
    fn default() -> Self {
        Self::new()
    }
}

impl PartialEq for Object {
    fn eq(&self, other: &Self) -> bool {
        if let (Layout::Shaped { shape: a, slots: left }, Layout::Shaped { shape: b, slots: right }) =
            (&self.0.layout, &other.0.layout)
            && a == b
        {
            return left == right;
        }
        self.len() == other.len() && self.iter().all(|(key, value)| other.get(key) == Some(value))
    }
}

impl IntoIterator for Object {
    type Item = (Key, Value);
    type IntoIter = std::vec::IntoIter<(Key, Value)>;

    fn into_iter(self) -> Self::IntoIter {
        let fields: Vec<(Key, Value)> = match &mut Arc::unwrap_or_clone(self.0).layout {
            Layout::Shaped { shape, slots } => {
                shape.keys().iter().cloned().zip(std::mem::take(slots)).collect()
            }
            Layout::Dictionary(fields) => std::mem::take(fields).into_iter().collect(),
        };
        fields.into_iter()
    }
}

impl FromIterator<(Key, Value)> for Object {
    fn from_iter<I: IntoIterator<Item = (Key, Value)>>(fields: I) -> Self {
        let fields = fields.into_iter();
        let mut object = Self::with_capacity(fields.size_hint().0);
        for (key, value) in fields {
            object.insert(key, value);
        }
        object
    }
}

impl fmt::Debug for Object {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}
