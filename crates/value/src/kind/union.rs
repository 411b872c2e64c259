//! Either of two kinds, as branches join.

use std::collections::BTreeMap;
use std::sync::Arc;

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
fn join<T: Ord + Clone>(left: Part<T>, right: Part<T>) -> Option<Arc<Collection<T>>> {
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

impl<T: Ord + Clone> Collection<T> {
    /// The members of a collection that is one or the other. A member that only one side knows may be
    /// one of the other's rest.
    pub(super) fn union(&self, other: &Self) -> Self {
        let here =
            self.known.iter().map(|(place, kind)| (place.clone(), kind.union(other.at(place))));
        let there = other
            .known
            .iter()
            .filter(|(place, _)| !self.known.contains_key(place))
            .map(|(place, kind)| (place.clone(), self.rest.union(kind)));
        let known: BTreeMap<_, _> = here.chain(there).collect();
        Self::from_parts(known, self.rest.union(&other.rest))
    }
}
