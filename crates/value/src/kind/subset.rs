//! The subset test of kinds: whether every value of one is of the other.

use std::hash::Hash;

use super::persistent_map::Difference;
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

fn fits<T: Ord + Hash + Clone>(
    inner: Option<&Collection<T>>,
    outer: Option<&Collection<T>>,
) -> bool {
    match (inner, outer) {
        (Some(inner), Some(outer)) => {
            std::ptr::eq(inner, outer) || outer.is_any() || inner.is_subset_of(outer)
        }
        (None, _) => true,
        (Some(_), None) => false,
    }
}

impl<T: Ord + Hash + Clone> Collection<T> {
    fn is_subset_of(&self, other: &Self) -> bool {
        self.rest.is_subset_of(&other.rest)
            && self.known.differences(&other.known, Kind::is_identical).iter().all(|difference| {
                match difference {
                    Difference::Both(_, here, there) => here.is_subset_of(there),
                    Difference::Left(_, here) => here.is_subset_of(&other.rest),
                    Difference::Right(_, there) => self.rest.is_subset_of(there),
                }
            })
    }
}
