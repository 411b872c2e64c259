//! The kind of a merge `a | b`: fields of the right object win.

use super::{Collection, Kind};
use crate::Key;

impl Kind {
    /// The kind of two objects merged. Sides that are no objects by kind are for the caller to refuse;
    /// here they leave nothing known of the result. A side that never has a value leaves the other one, as in
    /// VRL.
    #[must_use]
    pub fn merge_objects(&self, other: &Self) -> Self {
        match (self.as_object(), other.as_object()) {
            (Some(left), Some(right)) => Self::object(left.merge(right)),
            _ if other.is_never() => self.clone(),
            _ if self.is_never() => other.clone(),
            _ => Self::any_object(),
        }
    }
}

impl Collection<Key> {
    fn merge(&self, other: &Self) -> Self {
        let mut merged = self.clone();
        if !other.is_closed() {
            let overriding = other.rest.clone().without_undefined();
            merged.change_all(|kind| *kind = kind.union(&overriding));
        }
        for (name, kind) in other.known.iter() {
            merged.put(name.clone(), kind.clone());
        }
        merged.set_rest(self.rest.union(&other.rest));
        merged
    }
}
