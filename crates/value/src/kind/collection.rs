//! The kinds of an array's elements or an object's fields: those known by place, and one for the rest.

use std::hash::Hash;

use super::persistent_map::PersistentMap;
use super::{Bounds, Collection, Kind, KindSet};
use crate::Key;

/// How deep kinds are followed; a collection further down counts as one of anything. Without a bound,
/// `x = [x]` repeated would build a kind whose depth overflows the stack.
const MAX_DEPTH: u8 = 128;

/// How many kinds a member may be made of; a larger one counts as one of anything. Kinds share their
/// parts, so without a bound `x = [x, x]` repeated would build one that nobody can walk through.
const MAX_SIZE: u32 = 1 << 14;

impl Bounds {
    /// Nothing but the rest, which is of a plain kind.
    const EMPTY: Self = Self { depth: 1, size: 2 };

    /// Takes note of a member, which is cut where it is out of bounds.
    fn admit(&mut self, kind: Kind) -> Kind {
        let fits = kind.depth() < MAX_DEPTH && kind.size() <= MAX_SIZE;
        let kind = if fits { kind } else { Kind::from(kind.set) };
        self.depth = self.depth.max(kind.depth() + 1);
        self.size = self.size.saturating_add(kind.size());
        kind
    }

    fn dismiss(&mut self, kind: &Kind) {
        self.size = self.size.saturating_sub(kind.size());
    }
}

impl<T> Collection<T> {
    /// A collection without members.
    #[must_use]
    pub const fn empty() -> Self {
        Self { known: PersistentMap::new(), rest: Kind::undefined(), bounds: Bounds::EMPTY }
    }

    /// A collection of which nothing is known.
    #[must_use]
    pub const fn any() -> Self {
        Self { known: PersistentMap::new(), rest: Kind::any(), bounds: Bounds::EMPTY }
    }

    /// Whether nothing is known of the members.
    #[must_use]
    pub fn is_any(&self) -> bool {
        self.known.is_empty() && self.rest.is_any()
    }

    /// Whether no members can be but the known ones.
    #[must_use]
    pub fn is_closed(&self) -> bool {
        self.rest.set == KindSet::UNDEFINED
    }

    /// The known members in order. Their kind has undefined in it where they may be missing.
    pub fn known(&self) -> impl ExactSizeIterator<Item = (&T, &Kind)> {
        self.known.iter()
    }

    /// The kind of members that are not known, undefined included; `None` if there are none.
    #[must_use]
    pub fn rest(&self) -> Option<&Kind> {
        (!self.is_closed()).then_some(&self.rest)
    }

    pub(super) fn depth(&self) -> u8 {
        self.bounds.depth
    }

    pub(super) fn size(&self) -> u32 {
        self.bounds.size
    }
}

impl<T: Ord + Hash + Clone> Collection<T> {
    /// A collection of unknown length whose members are all of one kind.
    #[must_use]
    pub fn of(rest: Kind) -> Self {
        Self::from_parts([], rest)
    }

    /// The same known members, with others of kind `rest` possibly beside them.
    #[must_use]
    pub fn with_rest(mut self, rest: Kind) -> Self {
        self.set_rest(rest);
        self
    }

    /// With one more known member. As in every place that stores, undefined stays: it says that the
    /// member may be missing.
    #[must_use]
    pub fn with(mut self, place: impl Into<T>, kind: Kind) -> Self {
        self.put(place.into(), kind);
        self
    }

    /// The kind of the member at `place`; exactly undefined where none can be.
    #[must_use]
    pub fn at<Q: Ord + ?Sized>(&self, place: &Q) -> &Kind
    where
        T: std::borrow::Borrow<Q>,
    {
        self.known.get(place).unwrap_or(&self.rest)
    }

    /// The kind of every member alike, as closures receive them; never if there are none.
    #[must_use]
    pub fn element_union(&self) -> Kind {
        let rest = self.rest.clone().without_undefined();
        self.known.values().fold(rest, |all, kind| all.or(kind.clone()))
    }

    /// The same places with other kinds; what is not known is mapped too.
    #[must_use]
    pub fn map(&self, mut change: impl FnMut(&Kind) -> Kind) -> Self {
        let known = self.known.iter().map(|(place, kind)| (place.clone(), change(kind)));
        let known: Vec<_> = known.collect();
        let rest = if self.is_closed() { Kind::undefined() } else { change(&self.rest) };
        Self::from_parts(known, rest)
    }

    pub(super) fn from_parts(known: impl IntoIterator<Item = (T, Kind)>, rest: Kind) -> Self {
        let mut collection = Self::empty().with_rest(rest);
        for (place, kind) in known {
            collection.put(place, kind);
        }
        collection
    }

    pub(super) fn put(&mut self, place: T, kind: Kind) {
        let kind = self.bounds.admit(kind);
        if let Some(old) = self.known.insert(place, kind) {
            self.bounds.dismiss(&old);
        }
    }

    /// Forgets a known member.
    pub(super) fn take<Q: Ord + ?Sized>(&mut self, place: &Q) -> Option<Kind>
    where
        T: std::borrow::Borrow<Q>,
    {
        let kind = self.known.remove(place)?;
        self.bounds.dismiss(&kind);
        Some(kind)
    }

    pub(super) fn set_rest(&mut self, rest: Kind) {
        self.bounds.dismiss(&self.rest);
        self.rest = self.bounds.admit(rest.or_undefined());
    }

    /// Changes the kinds of all known members.
    pub(super) fn change_all(&mut self, mut change: impl FnMut(&mut Kind)) {
        let mut bounds = Bounds::EMPTY;
        bounds.size += self.rest.size() - 1;
        bounds.depth = bounds.depth.max(self.rest.depth() + 1);
        self.known.change_all(|kind| {
            change(kind);
            *kind = bounds.admit(std::mem::take(kind));
        });
        self.bounds = bounds;
    }

    /// Changes the kind of one member in place; an unknown member becomes a known one.
    pub(super) fn change(&mut self, place: T, change: impl FnOnce(&mut Kind)) {
        match self.known.get_mut(&place) {
            Some(kind) => {
                self.bounds.dismiss(kind);
                change(kind);
                *kind = self.bounds.admit(std::mem::take(kind));
            }
            None => {
                let mut kind = self.rest.clone();
                change(&mut kind);
                let kind = self.bounds.admit(kind);
                self.known.insert(place, kind);
            }
        }
    }
}

impl Collection<usize> {
    /// One more than the last known index.
    #[must_use]
    pub fn length(&self) -> usize {
        self.known.last_key().map_or(0, |last| last + 1)
    }

    /// Elements known by position.
    #[must_use]
    pub fn of_elements(elements: impl IntoIterator<Item = Kind>) -> Self {
        Self::from_parts(elements.into_iter().enumerate(), Kind::undefined())
    }
}

impl Collection<Key> {
    /// Fields known by name.
    #[must_use]
    pub fn of_fields(fields: impl IntoIterator<Item = (Key, Kind)>) -> Self {
        Self::from_parts(fields, Kind::undefined())
    }
}

impl<T> Default for Collection<T> {
    fn default() -> Self {
        Self::empty()
    }
}

impl<T: PartialEq> PartialEq for Collection<T> {
    /// The bounds are no facts, so they do not count.
    fn eq(&self, other: &Self) -> bool {
        self.rest == other.rest && self.known == other.known
    }
}

impl<T: Eq> Eq for Collection<T> {}
