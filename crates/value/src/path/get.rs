//! Reading at a path. What is missing is no failure: the caller sees `None` and says null.

use crate::{Array, Step, Value};

impl Value {
    /// The value at a path, or `None` where something on the way is missing or no container.
    #[must_use]
    #[inline]
    pub fn get(&self, path: &[Step]) -> Option<&Self> {
        path.iter().try_fold(self, |value, step| value.step(step))
    }

    fn step(&self, step: &Step) -> Option<&Self> {
        match (self, step) {
            (Self::Object(object), Step::Field(name)) => object.get(name),
            (Self::Array(array), Step::Index(index)) => array.get(array.position(*index)?),
            _ => None,
        }
    }

    /// Takes the value at a path out, leaving null; `None` where there is nothing.
    pub fn take(&mut self, path: &[Step]) -> Option<Self> {
        let Some((step, rest)) = path.split_first() else {
            return Some(std::mem::take(self));
        };
        self.step(step)?.get(rest)?;
        match (self, step) {
            (Self::Object(object), Step::Field(name)) => object.get_mut(name)?.take(rest),
            (Self::Array(array), Step::Index(index)) => {
                array.get_mut(array.position(*index)?)?.take(rest)
            }
            _ => None,
        }
    }
}

impl Array {
    /// Where an index points: a negative one counts from the end.
    pub(super) fn position(&self, index: i64) -> Option<usize> {
        let position =
            if index < 0 { index.checked_add_unsigned(self.len() as u64)? } else { index };
        usize::try_from(position).ok().filter(|position| *position < self.len())
    }
}
