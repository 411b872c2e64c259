//! Removing a value at a path.

use crate::{Array, Object, Step, Value};

impl Value {
    /// Removes the value at a path and gives it back. The root itself is emptied in place: an object
    /// to `{}`, an array to `[]`, anything else to null. With `compact`, containers on the way that
    /// the removal left empty go too.
    pub fn remove(&mut self, path: &[Step], compact: bool) -> Option<Self> {
        let Some((step, rest)) = path.split_first() else {
            let empty = match self {
                Self::Object(_) => Self::Object(Object::new()),
                Self::Array(_) => Self::Array(Array::new()),
                Self::Null
                | Self::Boolean(_)
                | Self::Integer(_)
                | Self::Float(_)
                | Self::Timestamp(_)
                | Self::Regex(_)
                | Self::Bytes(_) => Self::Null,
            };
            return Some(std::mem::replace(self, empty));
        };
        if let (Self::Object(object), Step::Field(name), []) = (&mut *self, step, rest) {
            return object.remove(name);
        }
        // Look before touching, so that a shared container is not copied for nothing.
        self.get(path)?;
        match (self, step) {
            (Self::Object(object), Step::Field(name)) => {
                let child = object.get_mut(name)?;
                let removed = child.remove(rest, compact);
                if compact && child.is_empty_container() {
                    object.remove(name);
                }
                removed
            }
            (Self::Array(array), Step::Index(index)) => {
                let position = array.position(*index)?;
                if rest.is_empty() {
                    return Some(array.remove(position));
                }
                let child = array.get_mut(position)?;
                let removed = child.remove(rest, compact);
                if compact && child.is_empty_container() {
                    array.remove(position);
                }
                removed
            }
            _ => None,
        }
    }

    fn is_empty_container(&self) -> bool {
        match self {
            Self::Object(object) => object.is_empty(),
            Self::Array(array) => array.is_empty(),
            _ => false,
        }
    }
}
