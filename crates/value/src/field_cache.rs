//! Inline caches: an access site remembers the last shape and the slot of its field.

use crate::shape::ShapeRef;
use crate::value::Layout;
use crate::{Key, Object, Value};

/// What an access site remembers of the shape that it saw last.
#[derive(Clone, Debug, Default)]
pub struct FieldCache {
    shape: Option<ShapeRef>,
    /// Where the field is; beyond all slots where the site adds it.
    slot: usize,
    /// Where the site adds or removes the field, the shape with or without it.
    changed: Option<ShapeRef>,
}

impl Object {
    /// [`Object::get`] that finds the field at once where the shape is the one seen last.
    #[must_use]
    #[inline]
    pub fn get_cached(&self, key: &str, cache: &mut FieldCache) -> Option<&Value> {
        match self.layout() {
            Layout::Shaped { shape, slots } => {
                if !cache.knows(*shape) {
                    *cache =
                        FieldCache { shape: Some(*shape), slot: shape.slot(key)?, changed: None };
                }
                slots.get(cache.slot)
            }
            Layout::Dictionary(fields) => fields.get(key),
        }
    }

    /// [`Object::insert`] that knows the place at once where the shape is the one seen last.
    #[inline]
    pub fn insert_cached(&mut self, key: &Key, value: Value, cache: &mut FieldCache) {
        self.raise_depth(value.depth());
        if let Layout::Shaped { shape, slots } = self.layout_mut() {
            if !cache.knows(*shape) {
                *cache = FieldCache { shape: Some(*shape), ..FieldCache::default() };
                match shape.slot(key) {
                    Some(slot) => cache.slot = slot,
                    None => {
                        cache.slot = usize::MAX;
                        cache.changed = shape.with(key);
                    }
                }
                if cache.changed.is_none() && shape.slot(key).is_none() {
                    *cache = FieldCache::default();
                    self.insert(key.clone(), value);
                    return;
                }
            }
            if let Some(grown) = &cache.changed {
                *shape = *grown;
                slots.push(value);
            } else {
                slots[cache.slot] = value;
            }
        } else {
            self.insert(key.clone(), value);
        }
    }

    /// [`Object::remove`] that knows the place at once where the shape is the one seen last.
    pub fn remove_cached(&mut self, key: &str, cache: &mut FieldCache) -> Option<Value> {
        if let Layout::Shaped { shape, .. } = self.layout() {
            if !cache.knows(*shape) {
                let slot = shape.slot(key)?;
                *cache = FieldCache { shape: Some(*shape), slot, changed: shape.without(slot) };
            }
            if let Some(shrunk) = cache.changed
                && let Layout::Shaped { shape, slots } = self.layout_mut()
            {
                *shape = shrunk;
                return Some(slots.remove(cache.slot));
            }
        }
        self.remove(key)
    }
}

impl FieldCache {
    fn knows(&self, shape: ShapeRef) -> bool {
        self.shape == Some(shape)
    }
}
