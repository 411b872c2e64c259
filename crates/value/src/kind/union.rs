//! Either of two kinds, as branches join.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Collection, Kind, KindSet};

impl Kind {
    /// The kind of a value that is of this kind or of the other.
    #[must_use]
    pub fn union(&self, other: &Self) -> Self {
        Self {
            set: self.set.or(other.set),
            object: join(KindSet::OBJECT, (self.set, &self.object), (other.set, &other.object)),
            array: join(KindSet::ARRAY, (self.set, &self.array), (other.set, &other.array)),
        }
    }

    /// [`Kind::union`] for building: `Kind::bytes().or(Kind::null())`.
    #[must_use]
    #[allow(clippy::needless_pass_by_value, reason = "reads as a chain of constructors")]
    pub fn or(self, other: Self) -> Self {
        self.union(&other)
    }
}

type Part<'a, T> = (KindSet, &'a Option<Arc<Collection<T>>>);

/// The members of a collection that may come from either side. `None` says that nothing is known of
/// them, if the side has the collection at all.
fn join<T: Ord + Clone>(
    this: KindSet,
    left: Part<T>,
    right: Part<T>,
) -> Option<Arc<Collection<T>>> {
    match (left.0.contains(this), right.0.contains(this)) {
        (false, false) => None,
        (true, false) => left.1.clone(),
        (false, true) => right.1.clone(),
        (true, true) => {
            let (left, right) = (left.1.as_ref()?, right.1.as_ref()?);
            if Arc::ptr_eq(left, right) {
                return Some(Arc::clone(left));
            }
            let both = left.union(right);
            (!both.is_any()).then(|| Arc::new(both))
        }
    }
}

impl<T: Ord + Clone> Collection<T> {
    /// The members of a collection that is one or the other. A member that only one side knows may be
    /// one of the other's rest; a member about which no more is known than about the rest is forgotten.
    pub(super) fn union(&self, other: &Self) -> Self {
        let rest = self.rest.union(&other.rest);
        let here = self.known.iter().map(|(place, kind)| (place, kind.union(other.at(place))));
        let there = other
            .known
            .iter()
            .filter(|(place, _)| !self.known.contains_key(place))
            .map(|(place, kind)| (place, self.rest.union(kind)));
        let known: BTreeMap<_, _> = here
            .chain(there)
            .filter(|(_, kind)| *kind != rest)
            .map(|(place, kind)| (place.clone(), kind))
            .collect();
        Self::from_parts(known, rest)
    }
}
