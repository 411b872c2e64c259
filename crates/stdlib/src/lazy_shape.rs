//! The cached shape of result objects whose fields are always the same. The first call of a machine makes
//! it, since shapes belong to the thread that uses them.

use vrlet_function::prelude::*;
use vrlet_value::{Shape, ShapeRef};

/// A shape that is made when it is first needed.
#[derive(Default)]
pub(crate) struct LazyShape(Option<ShapeRef>);

impl LazyShape {
    /// The object of slots in the order of `keys`.
    pub(crate) fn object<I: Iterator<Item = Key>>(
        &mut self,
        keys: impl Fn() -> I,
        slots: Vec<Value>,
    ) -> Object {
        match self.shape(&keys) {
            Some(shape) => Object::from_shape(shape, slots),
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
            Some(shape) => Object::from_scalars(shape, slots),
            None => keys().zip(slots).collect(),
        }
    }

    fn shape<I: Iterator<Item = Key>>(&mut self, keys: impl Fn() -> I) -> Option<ShapeRef> {
        if self.0.is_none() {
            self.0 = Shape::of(keys());
        }
        self.0
    }
}
