//! The kind after a write at a path.

use std::sync::Arc;

use super::grow::{insert_from_end, widen};
use super::{Collection, Kind, KindSet};
use crate::{Key, Step};

/// How many elements are followed one by one when a write grows an array; beyond that their places are
/// forgotten, not their kinds.
pub(super) const MAX_GROWTH: usize = 1024;

/// How far from the end of an array of unknown length a place is followed: any of so many may be meant.
const MAX_FROM_END: usize = 64;

impl Kind {
    /// Stores a value of kind `value` at `path`. Parents of another kind become the container that the
    /// path needs. A value that never comes leaves everything as it was.
    pub fn insert(&mut self, path: &[Step], value: Self) {
        /// Steps beyond this depth are not followed.
        const MAX_STEPS: usize = 128;
        if value.is_never() {
            return;
        }
        let followed = path.len().min(MAX_STEPS);
        let value = match path.get(followed) {
            None => value.stored(),
            Some(Step::Field(_)) => Self::any_object(),
            Some(Step::Index(_)) => Self::any_array(),
        };
        self.put(&path[..followed], &value);
    }

    pub(super) fn put(&mut self, path: &[Step], value: &Self) {
        match path {
            [] => *self = value.clone(),
            [Step::Field(name), path @ ..] => {
                self.become_object().change(name.clone(), |field| field.put(path, value));
            }
            [Step::Index(index), path @ ..] => insert_at(self.become_array(), *index, path, value),
        }
    }

    /// What `value` at `path` makes of this kind.
    pub(super) fn with_put(&self, path: &[Step], value: &Self) -> Self {
        let mut kind = self.clone();
        kind.put(path, value);
        kind
    }

    fn become_object(&mut self) -> &mut Collection<Key> {
        if !self.set.contains(KindSet::OBJECT) {
            self.object = Some(Arc::default());
        }
        self.set = KindSet::OBJECT;
        self.array = None;
        Arc::make_mut(self.object.get_or_insert_with(|| Arc::new(Collection::any())))
    }

    fn become_array(&mut self) -> &mut Collection<usize> {
        if !self.set.contains(KindSet::ARRAY) {
            self.array = Some(Arc::default());
        }
        self.set = KindSet::ARRAY;
        self.object = None;
        Arc::make_mut(self.array.get_or_insert_with(|| Arc::new(Collection::any())))
    }
}

fn insert_at(array: &mut Collection<usize>, index: i64, path: &[Step], value: &Kind) {
    let Ok(distance) = usize::try_from(index.unsigned_abs()) else {
        return widen(array, path, value);
    };
    if distance.saturating_sub(array.length()) > MAX_GROWTH {
        return widen(array, path, value);
    }
    if index >= 0 {
        if distance >= array.length() {
            pad(array, distance);
        }
        array.change(distance, |element| element.put(path, value));
    } else if array.is_closed() {
        if distance > array.length() {
            pad(array, distance);
        }
        let at = array.length().saturating_sub(distance);
        array.change(at, |element| element.put(path, value));
    } else if distance <= MAX_FROM_END {
        insert_from_end(array, distance, path, value);
    } else {
        widen(array, path, value);
    }
}

/// Makes every element before `end` known: where there was none there is null now.
fn pad(array: &mut Collection<usize>, end: usize) {
    let length = array.length();
    let first = if array.known.len() == length { length } else { 0 };
    let padding = array.rest.clone().stored().or_null();
    for index in first..end {
        if !array.known.contains_key(&index) {
            array.put(index, padding.clone());
        }
    }
}
