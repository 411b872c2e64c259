//! The kind after a deletion at a path, as `del` makes it.
//!
//! VRL's own rules, which are not quite what happens to the value: the known element after a removed
//! one moves up, but those after it keep their index, and a container counts as left empty by its
//! collection alone, even where it may be no container at all. A checker that knew better would refuse
//! programs that VRL accepts.

use std::hash::Hash;
use std::sync::Arc;

use super::{Collection, Kind, KindSet};
use crate::{Key, Step};

/// Whether a container that lost a member has to go too.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Emptied {
    No,
    Maybe,
    Yes,
}

/// More candidates than this for a negative index, and places are forgotten.
const MOST_CANDIDATES: usize = 64;

impl Kind {
    /// Removes what stands at `path`. With `compact` containers left empty go too; `None` is not known
    /// before the program runs.
    pub fn remove(&mut self, path: &[Step], compact: Option<bool>) {
        let Some(first) = path.first() else {
            *self = self.emptied();
            return;
        };
        let emptied = self.remove_below(path, compact);
        if path.len() > 1 && emptied == Emptied::Yes && compact.is_none() {
            self.maybe_lose(first);
        }
    }

    /// What `del(.)` leaves.
    fn emptied(&self) -> Self {
        let mut kind = Self::never();
        if self.set.contains(KindSet::OBJECT) {
            kind = kind.or(Self::object(Collection::empty()));
        }
        if self.set.contains(KindSet::ARRAY) {
            kind = kind.or(Self::array(Collection::empty()));
        }
        if self.set.without(KindSet::COLLECTION).is_empty() { kind } else { kind.or_null() }
    }

    fn remove_below(&mut self, path: &[Step], compact: Option<bool>) -> Emptied {
        match path {
            [Step::Field(name), path @ ..] if self.set.contains(KindSet::OBJECT) => {
                self.edit_object(|object| remove_member(object, name, path, compact))
            }
            [Step::Index(index), path @ ..] if self.set.contains(KindSet::ARRAY) => {
                self.edit_array(|array| remove_element(array, *index, path, compact))
            }
            _ => Emptied::No,
        }
    }

    fn maybe_lose(&mut self, step: &Step) {
        match step {
            Step::Field(name) => self.edit_object(|object| Key::maybe_forget(object, name)),
            Step::Index(index) => self.edit_array(|array| {
                if let Some(index) = known_index(array, *index) {
                    usize::maybe_forget(array, &index);
                }
            }),
        }
    }

    fn edit_object<R>(&mut self, edit: impl FnOnce(&mut Collection<Key>) -> R) -> R {
        let object = self.object.get_or_insert_with(|| Arc::new(Collection::any()));
        let result = edit(Arc::make_mut(object));
        if object.is_any() {
            self.object = None;
        }
        result
    }

    fn edit_array<R>(&mut self, edit: impl FnOnce(&mut Collection<usize>) -> R) -> R {
        let array = self.array.get_or_insert_with(|| Arc::new(Collection::any()));
        let result = edit(Arc::make_mut(array));
        if array.is_any() {
            self.array = None;
        }
        result
    }
}

/// Where a member stands: a name, or an index whose followers move up.
trait MemberKey: Ord + Hash + Clone {
    fn forget(from: &mut Collection<Self>, place: &Self);
    fn maybe_forget(from: &mut Collection<Self>, place: &Self);
}

impl MemberKey for Key {
    fn forget(from: &mut Collection<Self>, place: &Self) {
        from.take(place);
    }

    fn maybe_forget(from: &mut Collection<Self>, place: &Self) {
        let kind = from.at(place).union(&from.rest);
        from.put(place.clone(), kind);
    }
}

impl MemberKey for usize {
    fn forget(from: &mut Collection<Self>, place: &Self) {
        from.take(place);
        if let Some(next) = from.take(&(place + 1)) {
            from.put(*place, next);
        }
    }

    fn maybe_forget(from: &mut Collection<Self>, place: &Self) {
        let mut without = from.clone();
        Self::forget(&mut without, place);
        *from = from.union(&without);
    }
}

impl<T> Collection<T> {
    fn emptied(&self, compact: Option<bool>) -> Emptied {
        if compact == Some(false) || !self.known.is_empty() {
            Emptied::No
        } else if self.is_closed() {
            Emptied::Yes
        } else {
            Emptied::Maybe
        }
    }
}

fn remove_member<T: MemberKey>(
    from: &mut Collection<T>,
    place: &T,
    path: &[Step],
    compact: Option<bool>,
) -> Emptied {
    let Some(member) = from.known.get_mut(place) else {
        let touched = !from.is_closed() && (path.is_empty() || from.rest.get(path).is_any());
        return if touched { from.emptied(compact) } else { Emptied::No };
    };
    if path.is_empty() {
        if member.contains_undefined() {
            T::maybe_forget(from, place);
            return Emptied::No;
        }
        T::forget(from, place);
        return from.emptied(compact);
    }
    match (member.remove_below(path, compact), compact) {
        (Emptied::No, _) => Emptied::No,
        (Emptied::Maybe, _) => {
            T::maybe_forget(from, place);
            Emptied::No
        }
        (Emptied::Yes, Some(_)) => {
            T::forget(from, place);
            from.emptied(compact)
        }
        // Either this container goes with its only member, or nothing does: the parent says so.
        (Emptied::Yes, None) if from.known.len() == 1 && from.is_closed() => Emptied::Yes,
        (Emptied::Yes, None) => {
            let alone = from.known.len() == 1;
            T::maybe_forget(from, place);
            if alone { Emptied::Maybe } else { Emptied::No }
        }
    }
}

fn remove_element(
    array: &mut Collection<usize>,
    index: i64,
    path: &[Step],
    compact: Option<bool>,
) -> Emptied {
    if index >= 0 || array.is_closed() {
        let index = if index < 0 { known_index(array, index) } else { usize::try_from(index).ok() };
        let Some(index) = index else {
            return Emptied::No;
        };
        let hole = index < array.length() && !array.known.contains_key(&index);
        if hole && path.is_empty() && !array.is_closed() {
            usize::maybe_forget(array, &index);
            return Emptied::No;
        }
        return remove_member(array, &index, path, compact);
    }
    let length = array.length();
    if let Some(first) = known_index(array, index) {
        remove_one_of(array, first..length, path, compact);
    }
    if length <= 1 { Emptied::Maybe } else { Emptied::No }
}

/// Where a negative index points if the array is as long as it is known to be.
fn known_index(array: &Collection<usize>, index: i64) -> Option<usize> {
    let distance = usize::try_from(index.unsigned_abs()).ok()?;
    if index < 0 { array.length().checked_sub(distance) } else { Some(distance) }
}

/// Joins what is left when one of several elements loses the member at `path`, or none does.
fn remove_one_of(
    array: &mut Collection<usize>,
    candidates: std::ops::Range<usize>,
    path: &[Step],
    compact: Option<bool>,
) {
    if candidates.len() > MOST_CANDIDATES {
        *array = Collection::of(array.element_union().or_undefined());
        if !path.is_empty() {
            array.set_rest(Kind::any());
        }
        return;
    }
    let whole = array.clone();
    for candidate in candidates {
        for compact in
            [true, false].into_iter().filter(|this| compact.is_none_or(|compact| compact == *this))
        {
            let mut left = whole.clone();
            remove_member(&mut left, &candidate, path, Some(compact));
            *array = array.union(&left);
        }
    }
}
