//! Arrays: copy-on-write lists of values.

use std::fmt;
use std::ops::Deref;

use triomphe::Arc;

use super::{Array, Items, Value};

impl Array {
    /// An array without elements.
    #[must_use]
    pub fn new() -> Self {
        Self::from(Vec::new())
    }

    /// An array of elements, nested `depth` deep.
    pub(crate) fn from_parts(values: Vec<Value>, depth: u32) -> Self {
        Self(Arc::new(Items { values, depth }))
    }

    /// An upper bound of how deep containers are nested, this array included.
    #[must_use]
    #[inline]
    pub fn depth(&self) -> u32 {
        self.0.depth
    }

    /// Adds an element at the end.
    pub fn push(&mut self, value: Value) {
        let items = Arc::make_mut(&mut self.0);
        items.depth = items.depth.max(1 + value.depth());
        items.values.push(value);
    }

    /// Replaces an element, which must be there.
    ///
    /// # Panics
    /// Where `index` is beyond the end.
    pub fn replace(&mut self, index: usize, value: Value) -> Value {
        let items = Arc::make_mut(&mut self.0);
        items.depth = items.depth.max(1 + value.depth());
        std::mem::replace(&mut items.values[index], value)
    }

    /// Removes an element, which must be there; those after it move up.
    ///
    /// # Panics
    /// Where `index` is beyond the end.
    pub fn remove(&mut self, index: usize) -> Value {
        Arc::make_mut(&mut self.0).values.remove(index)
    }

    /// Mutable access for the paths, which mend the depth themselves ([`Array::raise_depth`]).
    pub(crate) fn get_mut(&mut self, index: usize) -> Option<&mut Value> {
        Arc::make_mut(&mut self.0).values.get_mut(index)
    }

    /// The elements, for changes that leave their depth as it is.
    pub(crate) fn values_mut(&mut self) -> impl Iterator<Item = &mut Value> {
        Arc::make_mut(&mut self.0).values.iter_mut()
    }

    /// Records that an element now holds containers nested `below` deep.
    pub(crate) fn raise_depth(&mut self, below: u32) {
        if self.0.depth <= below {
            Arc::make_mut(&mut self.0).depth = below + 1;
        }
    }

    /// The elements as a vector, without a copy where nobody else holds them.
    #[must_use]
    pub fn into_vec(self) -> Vec<Value> {
        Arc::unwrap_or_clone(self.0).values
    }
}

impl Deref for Array {
    type Target = [Value];

    #[inline]
    fn deref(&self) -> &[Value] {
        &self.0.values
    }
}

impl From<Vec<Value>> for Array {
    fn from(values: Vec<Value>) -> Self {
        let depth = 1 + values.iter().map(Value::depth).max().unwrap_or(0);
        Self(Arc::new(Items { values, depth }))
    }
}

impl FromIterator<Value> for Array {
    fn from_iter<I: IntoIterator<Item = Value>>(values: I) -> Self {
        Self::from(Vec::from_iter(values))
    }
}

impl IntoIterator for Array {
    type Item = Value;
    type IntoIter = std::vec::IntoIter<Value>;

    fn into_iter(self) -> Self::IntoIter {
        self.into_vec().into_iter()
    }
}

impl Default for Array {
    fn default() -> Self {
        Self::new()
    }
}

impl PartialEq for Array {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl fmt::Debug for Array {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}
