//! The kind of a read at a path, and of all members of a collection.

use super::{Collection, Kind, KindSet};
use crate::Step;

impl Kind {
    /// The kind of what a read at `path` yields; undefined where something may be missing on the way.
    #[must_use]
    pub fn get(&self, path: &[Step]) -> Self {
        let mut path = path.iter();
        let Some(first) = path.next() else {
            return self.clone();
        };
        path.fold(self.step(first), |kind, step| kind.step(step))
    }

    fn step(&self, step: &Step) -> Self {
        if self.is_never() {
            return Self::never();
        }
        let (container, member) = match step {
            Step::Field(name) => {
                (KindSet::OBJECT, self.as_object().map(|object| object.at(name).clone()))
            }
            Step::Index(index) => {
                (KindSet::ARRAY, self.as_array().map(|array| array.at_index(*index)))
            }
        };
        match member {
            Some(member) if self.is(container) => member,
            Some(member) => member.or_undefined(),
            None => Self::undefined(),
        }
    }

    /// The step of a path that can't be written because what stands before it is surely no container
    /// for it. Undefined is none, so below a member that is surely missing only one level can be added.
    /// The last such step is named.
    ///
    /// # Errors
    /// The position of the step.
    pub fn can_hold(&self, path: &[Step]) -> Result<(), usize> {
        let fits = |at: &usize| {
            let container = match path[*at] {
                Step::Field(_) => KindSet::OBJECT,
                Step::Index(_) => KindSet::ARRAY,
            };
            self.get(&path[..*at]).may_be(container)
        };
        (0..path.len()).rev().find(|at| !fits(at)).map_or(Ok(()), Err)
    }

    /// The kind of all members alike, as closures receive them; never if there are none. Of what may be
    /// an object and may be an array, VRL looks at the object alone.
    #[must_use]
    pub fn element_union(&self) -> Self {
        match (self.as_object(), self.as_array()) {
            (Some(object), _) => object.element_union(),
            (None, Some(array)) => array.element_union(),
            (None, None) => Self::never(),
        }
    }
}

impl Collection<usize> {
    /// The kind at an index. A negative one in an array of unknown length may mean any element from
    /// there on.
    #[must_use]
    pub fn at_index(&self, index: i64) -> Kind {
        if index >= 0 {
            return usize::try_from(index)
                .map_or_else(|_| self.rest.clone(), |index| self.at(&index).clone());
        }
        let length = self.length();
        let first =
            usize::try_from(index.unsigned_abs()).ok().and_then(|back| length.checked_sub(back));
        if self.is_closed() {
            return first.map_or(Kind::undefined(), |first| self.at(&first).clone());
        }
        let rest = self.rest.clone().without_undefined();
        let all = (first.unwrap_or(0)..length)
            .filter_map(|index| self.known.get(&index))
            .fold(rest, |all, kind| all.or(kind.clone()));
        if first.is_none() { all.or_undefined() } else { all }
    }
}
