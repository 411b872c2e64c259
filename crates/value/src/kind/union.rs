//! The union of two kinds, where branches join.

use std::hash::Hash;
use std::sync::Arc;

use super::persistent_map::Difference;
use super::{Collection, Kind};

impl Kind {
    /// The kind of a value that is of this kind or of the other.
    #[must_use]
    pub fn union(&self, other: &Self) -> Self {
        Self {
            set: self.set.or(other.set),
            object: join((self.as_object(), &self.object), (other.as_object(), &other.object)),
            array: join((self.as_array(), &self.array), (other.as_array(), &other.array)),
        }
    }

    /// [`Kind::union`] for building: `Kind::bytes().or(Kind::null())`.
    #[must_use]
    #[allow(clippy::needless_pass_by_value, reason = "reads as a chain of constructors")]
    pub fn or(self, other: Self) -> Self {
        self.union(&other)
    }
}

/// What is known of a collection, if there can be one, and where that is shared.
type Part<'a, T> = (Option<&'a Collection<T>>, &'a Option<Arc<Collection<T>>>);

/// The members of a collection that may come from either side.
fn join<T: Ord + Hash + Clone>(left: Part<T>, right: Part<T>) -> Option<Arc<Collection<T>>> {
    match (left.0, right.0) {
        (None, _) => right.1.clone(),
        (_, None) => left.1.clone(),
        (Some(here), Some(there)) if std::ptr::eq(here, there) => left.1.clone(),
        (Some(here), Some(there)) => {
            let both = here.union(there);
            (!both.is_any()).then(|| Arc::new(both))
        }
    }
}

impl<T: Ord + Hash + Clone> Collection<T> {
    /// The members of a collection that is one or the other. A member that only one side knows may be
    /// one of the other's rest.
    pub(super) fn union(&self, other: &Self) -> Self {
        let mut both = self.clone();
        for difference in self.known.differences(&other.known, Kind::is_identical) {
            match difference {
                Difference::Both(place, left, right) => both.put(place, left.union(&right)),
                Difference::Left(place, left) => both.put(place, left.union(&other.rest)),
                Difference::Right(place, right) => both.put(place, self.rest.union(&right)),
            }
        }
        both.set_rest(self.rest.union(&other.rest));
        both
    }
}
