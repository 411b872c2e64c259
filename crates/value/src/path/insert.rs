//! Writing at a path. Parents that are missing or of another kind are replaced by the container that
//! the next step needs; arrays are padded with null, at the end or, for negative indices, in front.

use std::fmt;

use crate::{Array, Object, Step, Value};

/// A write so far beyond the end of an array that filling the gap would only waste memory.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct IndexTooLarge {
    /// The index that was written to.
    pub index: i64,
    /// The length of the array.
    pub length: usize,
}

impl IndexTooLarge {
    /// How many elements a write may add to an array at once.
    pub const MAX_PADDING: u64 = 100_000;
}

impl fmt::Display for IndexTooLarge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { index, length } = self;
        let most = Self::MAX_PADDING;
        write!(
            f,
            "index {index} lies more than {most} elements outside an array of {length}; \
             write to an index nearer to its end"
        )
    }
}

impl std::error::Error for IndexTooLarge {}

impl Value {
    /// Sets the value at a path and gives back what was there.
    ///
    /// # Errors
    /// Where an array would have to grow by more than 100,000 elements; nothing is changed then.
    pub fn insert(&mut self, path: &[Step], value: Self) -> Result<Option<Self>, IndexTooLarge> {
        let Some((step, rest)) = path.split_first() else {
            return Ok(Some(std::mem::replace(self, value)));
        };
        match step {
            Step::Field(name) => {
                if !matches!(self, Self::Object(_)) {
                    let mut fresh = Self::Null;
                    fresh.insert(rest, value)?;
                    *self = Self::Object(Object::from_iter([(name.clone(), fresh)]));
                    return Ok(None);
                }
                let Self::Object(object) = self else { unreachable!("checked: an object") };
                if rest.is_empty() {
                    return Ok(object.insert(name.clone(), value));
                }
                let Some(child) = object.get_mut(name) else {
                    let mut fresh = Self::Null;
                    fresh.insert(rest, value)?;
                    object.insert(name.clone(), fresh);
                    return Ok(None);
                };
                let old = child.insert(rest, value)?;
                let below = child.depth();
                object.raise_depth(below);
                Ok(old)
            }
            Step::Index(index) => {
                if !matches!(self, Self::Array(_)) {
                    let mut array = Array::new();
                    array.insert_at(*index, rest, value)?;
                    *self = Self::Array(array);
                    return Ok(None);
                }
                let Self::Array(array) = self else { unreachable!("checked: an array") };
                array.insert_at(*index, rest, value)
            }
        }
    }
}

impl Array {
    fn insert_at(
        &mut self,
        index: i64,
        rest: &[Step],
        value: Value,
    ) -> Result<Option<Value>, IndexTooLarge> {
        if let Some(position) = self.position(index) {
            if rest.is_empty() {
                return Ok(Some(self.replace(position, value)));
            }
            let Some(child) = self.get_mut(position) else {
                unreachable!("checked: inside the array")
            };
            let old = child.insert(rest, value)?;
            let below = child.depth();
            self.raise_depth(below);
            return Ok(old);
        }
        let missing = if index < 0 {
            index.unsigned_abs() - self.len() as u64
        } else {
            index.unsigned_abs() - self.len() as u64 + 1
        };
        if missing > IndexTooLarge::MAX_PADDING {
            return Err(IndexTooLarge { index, length: self.len() });
        }
        let mut fresh = Value::Null;
        fresh.insert(rest, value)?;
        let padding = (1..missing).map(|_| Value::Null);
        if index < 0 {
            let values = std::mem::take(self).into_vec();
            *self = std::iter::once(fresh).chain(padding).chain(values).collect();
        } else {
            padding.chain([fresh]).for_each(|value| self.push(value));
        }
        Ok(None)
    }
}
