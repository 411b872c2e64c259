//! Merging objects of known shapes through a cache of merged shapes: a copied row of slots.

use crate::Object;
use crate::shape::ShapeRef;
use crate::value::Layout;

/// What a merge site remembers of the two shapes that it saw last.
#[derive(Clone, Debug, Default)]
pub struct MergeCache {
    known: Option<MergedShape>,
}

#[derive(Clone, Debug)]
struct MergedShape {
    left: ShapeRef,
    right: ShapeRef,
    merged: ShapeRef,
    /// For each slot on the right: its slot in the merged shape. Nothing where all of them go after
    /// the left ones, as most merges have it.
    slots: Option<Box<[u32]>>,
}

/// Up to so many values are inserted at the front of a row, rather than the row appended to them.
const MAX_SHIFT: usize = 2;

impl MergedShape {
    fn learn(left: ShapeRef, right: ShapeRef) -> Option<Self> {
        let mut merged = left;
        for key in right.keys() {
            if merged.slot(key).is_none() {
                merged = merged.with(key)?;
            }
        }
        let slots = right
            .keys()
            .iter()
            .map(|key| merged.slot(key).and_then(|slot| u32::try_from(slot).ok()));
        let slots = slots.collect::<Option<Box<[u32]>>>()?;
        let all_new = merged.keys().len() == left.keys().len() + right.keys().len();
        let slots = (!all_new).then_some(slots);
        Some(Self { left, right, merged, slots })
    }
}

impl Object {
    /// [`Object::merge`] that knows the places of the fields where both shapes are the ones seen last.
    pub fn merge_cached(&mut self, mut other: Self, cache: &mut MergeCache) {
        let depth = other.depth().saturating_sub(1);
        if self.is_empty() {
            *self = other;
            return;
        }
        let merged = self.merge_slots(&mut other, cache);
        if merged {
            self.raise_depth(depth);
        } else {
            self.merge(other);
        }
    }

    fn merge_slots(&mut self, other: &mut Self, cache: &mut MergeCache) -> bool {
        let (Layout::Shaped { shape: left, .. }, Layout::Shaped { shape: right, .. }) =
            (self.layout(), other.layout())
        else {
            return false;
        };
        let (left, right) = (*left, *right);
        let fits = |known: &MergedShape| known.left == left && known.right == right;
        if !cache.known.as_ref().is_some_and(fits) {
            cache.known = MergedShape::learn(left, right);
        }
        let Some(known) = &cache.known else {
            return false;
        };
        let (Layout::Shaped { shape, slots }, Layout::Shaped { slots: row, .. }) =
            (self.layout_mut(), other.layout_mut())
        else {
            return false;
        };
        match &known.slots {
            None if slots.len() <= MAX_SHIFT && row.capacity() - row.len() > MAX_SHIFT => {
                slots.drain(..).rev().for_each(|value| row.insert(0, value));
                std::mem::swap(slots, row);
            }
            None => {
                slots.reserve_exact(row.len() + Self::SPARE);
                slots.append(row);
            }
            Some(places) => {
                for (value, slot) in row.drain(..).zip(places) {
                    // New keys stand at the end of the merged shape, in the order of the row.
                    match slots.get_mut(*slot as usize) {
                        Some(place) => *place = value,
                        None => slots.push(value),
                    }
                }
            }
        }
        *shape = known.merged;
        true
    }
}
