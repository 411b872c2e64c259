//! Builds objects whose field names are not known beforehand, along the shape of the object before: where
//! the same fields come again, each costs one comparison.

use vrlet_function::prelude::*;
use vrlet_value::{Shape, ShapeRef};

/// What is remembered from line to line.
#[derive(Default)]
pub(super) struct ShapeCache {
    last: Option<ShapeRef>,
}

/// An object that is being read.
pub(super) struct ObjectBuilder<'r> {
    last: &'r mut Option<ShapeRef>,
    /// The fields as long as they are those of the last object.
    slots: Vec<Value>,
    /// All fields, once one differs.
    object: Option<Object>,
}

impl Clone for ShapeCache {
    /// Shapes belong to the thread that uses them.
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl ShapeCache {
    /// Starts an object.
    pub(super) fn start(&mut self) -> ObjectBuilder<'_> {
        let expected = self.last.as_ref().map_or(0, |shape| shape.keys().len());
        ObjectBuilder {
            last: &mut self.last,
            slots: Vec::with_capacity(expected + Object::SPARE),
            object: None,
        }
    }
}

impl ObjectBuilder<'_> {
    /// Adds a field; where there is one of that name, `again` decides about both values.
    #[inline]
    pub(super) fn add(&mut self, key: &str, value: Value, again: fn(&mut Value, Value)) {
        if self.object.is_none() {
            let shape = *self.last;
            if shape
                .as_deref()
                .and_then(|shape| shape.keys().get(self.slots.len()))
                .is_some_and(|next| **next == *key)
            {
                self.slots.push(value);
                return;
            }
            let known = shape.and_then(|shape| shape.slot(key));
            if let Some(old) = known.and_then(|slot| self.slots.get_mut(slot)) {
                again(old, value);
                return;
            }
        }
        self.add_to_object(key, value, again);
    }

    #[inline(never)]
    fn add_to_object(&mut self, key: &str, value: Value, again: fn(&mut Value, Value)) {
        let object = self.object.get_or_insert_with(|| object_of(*self.last, &mut self.slots));
        let value = match object.take(key) {
            None => value,
            Some(mut old) => {
                again(&mut old, value);
                old
            }
        };
        object.insert(Key::from(key), value);
    }

    /// The object.
    pub(super) fn finish(mut self) -> Object {
        match (self.object, &self.last) {
            (None, Some(shape)) if shape.keys().len() == self.slots.len() => {
                Object::from_shape(*shape, self.slots)
            }
            (object, _) => {
                let object = object.unwrap_or_else(|| object_of(*self.last, &mut self.slots));
                *self.last = object.shape();
                object
            }
        }
    }
}

fn object_of(shape: Option<ShapeRef>, slots: &mut Vec<Value>) -> Object {
    let keys = shape.as_deref().map_or(&[][..], Shape::keys);
    keys.iter().cloned().zip(slots.drain(..)).collect()
}
