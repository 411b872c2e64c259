//! The cached shape of result objects whose fields are always the same. The first call of a machine makes
//! it, since shapes belong to the thread that uses them.

use std::sync::Arc;

use vrlet_function::prelude::*;
use vrlet_value::Shape;

/// A shape that is made when it is first needed.
#[derive(Default)]
pub(crate) struct LazyShape(Option<Arc<Shape>>);

impl LazyShape {
    /// The object of slots in the order of `keys`.
    pub(crate) fn object<I: Iterator<Item = Key>>(
        &mut self,
        keys: impl Fn() -> I,
        slots: Vec<Value>,
    ) -> Object {
        match self.shape(&keys) {
            Some(shape) => Object::from_shape(Arc::clone(shape), slots),
            None => keys().zip(slots).collect(),
        }
    }

    /// [`LazyShape::object`] of slots none of which is an array or an object.
    pub(crate) fn scalars<I: Iterator<Item = Key>>(
        &mut self,
        keys: impl Fn() -> I,
        slots: Vec<Value>,
    ) -> Object {
        match self.shape(&keys) {
            Some(shape) => Object::from_scalars(Arc::clone(shape), slots),
            None => keys().zip(slots).collect(),
        }
    }

    fn shape<I: Iterator<Item = Key>>(&mut self, keys: impl Fn() -> I) -> Option<&Arc<Shape>> {
        if self.0.is_none() {
            self.0 = Shape::of(keys());
        }
        self.0.as_ref()
    }
}
