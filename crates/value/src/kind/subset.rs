//! Whether every value of one kind is of another.

use super::{Collection, Kind};

impl Kind {
    /// Whether every value of this kind is of the other kind too.
    #[must_use]
    pub fn is_subset_of(&self, other: &Self) -> bool {
        other.set.contains(self.set)
            && fits(self.as_object(), other.as_object())
            && fits(self.as_array(), other.as_array())
    }
}

fn fits<T: Ord>(inner: Option<&Collection<T>>, outer: Option<&Collection<T>>) -> bool {
    match (inner, outer) {
        (Some(inner), Some(outer)) => {
            std::ptr::eq(inner, outer) || outer.is_any() || inner.is_subset_of(outer)
        }
        (None, _) => true,
        (Some(_), None) => false,
    }
}

impl<T: Ord> Collection<T> {
    fn is_subset_of(&self, other: &Self) -> bool {
        self.rest.is_subset_of(&other.rest)
            && self.known.iter().all(|(place, kind)| kind.is_subset_of(other.at(place)))
            && other.known.iter().all(|(place, kind)| self.at(place).is_subset_of(kind))
    }
}
