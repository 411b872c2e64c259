//! Rows of slots that are used again: an object of many scalars is made by writing over those of one before
//! it, without dropping, freeing and allocating them.
//!
//! Only who asks for such rows gets any, and only on threads that ask are any kept: a few of them, with what
//! owned memory taken out.

use std::cell::{Cell, RefCell};

use crate::Value;

/// So many rows a thread keeps.
const MAX_KEPT: usize = 4;
/// Rows of fewer values are not worth it.
const MIN_VALUES: usize = 12;
/// Rows with a larger capacity are given back to the allocator.
const MAX_CAPACITY: usize = 256;

thread_local! {
    /// The width of the rows that were asked for last; zero where none was.
    static WANTED: Cell<usize> = const { Cell::new(0) };
    static ROWS: RefCell<Vec<Vec<Value>>> = const { RefCell::new(Vec::new()) };
}

/// A row of `width` scalars, whatever they are, to be written over. Where none is left a new one has capacity for
/// `spare` values more.
#[must_use]
pub fn scalar_row(width: usize, spare: usize) -> Vec<Value> {
    let kept = ROWS.try_with(|rows| rows.try_borrow_mut().ok()?.pop()).ok().flatten();
    let mut row = kept.unwrap_or_else(|| {
        let _ = WANTED.try_with(|wanted| wanted.set(if width < MIN_VALUES { 0 } else { width }));
        Vec::with_capacity(width + spare)
    });
    row.truncate(width);
    row.resize_with(width, Value::default);
    row
}

/// Keeps the row of an object that is dropped, if somebody wants it.
#[inline]
pub(crate) fn give_back(slots: &mut Vec<Value>) {
    if slots.len() >= MIN_VALUES {
        keep(slots);
    }
}

#[inline(never)]
fn keep(slots: &mut Vec<Value>) {
    let wanted = WANTED.try_with(Cell::get).unwrap_or(0);
    if wanted == 0 || slots.len() < wanted || slots.capacity() > MAX_CAPACITY {
        return;
    }
    for slot in slots.iter_mut().filter(|slot| slot.owns_memory()) {
        *slot = Value::Null;
    }
    let _ = ROWS.try_with(|rows| {
        if let Ok(mut rows) = rows.try_borrow_mut()
            && rows.len() < MAX_KEPT
        {
            rows.push(std::mem::take(slots));
        }
    });
}

#[cfg(test)]
mod tests {
    use super::{MAX_KEPT, MIN_VALUES, ROWS, scalar_row};
    use crate::{Key, Object, Shape, Text, Value};

    fn kept() -> usize {
        ROWS.with(|rows| rows.borrow().len())
    }

    fn object(row: Vec<Value>) -> Object {
        let keys = (0..row.len()).map(|slot| Key::from(slot.to_string()));
        Object::from_scalars(Shape::of(keys).expect("distinct keys"), row)
    }

    #[test]
    fn a_row_goes_round_without_what_owned_memory() {
        let width = MIN_VALUES + 3;
        let mut first = object(scalar_row(width, 2));
        let buffer = Text::from("a text that is too long to lie in the value itself");
        first.insert(Key::from("0"), Value::Bytes(buffer.slice(0..40)));
        first.insert(Key::from("more"), Value::from(first.clone()));
        drop(first);
        assert!(kept() > 0);
        let row = scalar_row(width, 2);
        assert_eq!(row.len(), width);
        assert!(row.iter().all(|value| !value.owns_memory()));
    }

    #[test]
    fn few_rows_are_kept_and_only_where_they_are_asked_for() {
        let rows = |count: usize| -> Vec<Object> {
            (0..count).map(|_| object(vec![Value::Null; MIN_VALUES])).collect()
        };
        drop(rows(3));
        assert_eq!(kept(), 0);
        let asked = scalar_row(MIN_VALUES, 0);
        drop(rows(3 * MAX_KEPT));
        assert_eq!(kept(), MAX_KEPT);
        drop(asked);
    }
}
