//! The kind after a write at a negative index of an array of unknown length: any element near the end may be
//! meant, or the array may grow at the front.

use super::{Collection, Kind};
use crate::Step;

/// Stores `value` below the element that lies `back` before the end.
pub(super) fn insert_from_end(
    array: &mut Collection<usize>,
    back: usize,
    path: &[Step],
    value: &Kind,
) {
    let length = array.length();
    if back <= length {
        overwrite_one(array, back, path, value);
    } else {
        overwrite_one_or_shift(array, back, path, value);
    }
    array.set_rest(array.rest.union(&array.rest.with_put(path, value)));
}

/// Forgets the places of all elements, and stores `value` below one of them.
pub(super) fn widen(array: &mut Collection<usize>, path: &[Step], value: &Kind) {
    let all = array.element_union().or_null();
    *array = Collection::of(all.union(&all.with_put(path, value)));
}

fn overwrite_one(array: &mut Collection<usize>, back: usize, path: &[Step], value: &Kind) {
    let length = array.length();
    for index in 0..length {
        let before = element(array, index);
        let mut kind = array.at(&index).clone();
        if index >= length - back {
            let hole = !array.known.contains_key(&index);
            let present = if hole { before.clone() } else { kind };
            kind = present.union(&before.with_put(path, value));
        } else if !array.known.contains_key(&index) {
            continue;
        }
        // The array is at least `back` long now.
        array.put(index, if index < back { kind.without_undefined() } else { kind });
    }
}

fn overwrite_one_or_shift(array: &mut Collection<usize>, back: usize, path: &[Step], value: &Kind) {
    let length = array.length();
    let most_shift = back - length;
    let shifted = (0..back).map(|index| {
        let nearest = element(array, index);
        let mut kind = (1..=most_shift.min(index))
            .fold(nearest, |kind, shift| kind.or(element(array, index - shift)));
        if index == 0 {
            // VRL counts what is not known in here too.
            kind = kind.or(array.rest.clone());
        }
        kind = kind.union(&kind.with_put(path, value));
        if index > 0 && index < most_shift {
            kind = kind.or_null();
        }
        kind.without_undefined()
    });
    let known: Vec<_> = shifted.enumerate().collect();
    *array = Collection::from_parts(known, array.rest.clone());
}

fn element(array: &Collection<usize>, index: usize) -> Kind {
    array.at(&index).clone().without_undefined()
}
