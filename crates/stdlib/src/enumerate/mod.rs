//! Functions that go over collections, and count.

mod closure;
mod filter;
mod flatten;
mod for_each;
mod keys;
mod length;
mod map_keys;
mod map_values;
mod strlen;
mod values;

use vrlet_function::prelude::*;

pub(crate) const FUNCTIONS: &[&Function] = &[
    &filter::FUNCTION,
    &flatten::FUNCTION,
    &for_each::FUNCTION,
    &keys::FUNCTION,
    &length::FUNCTION,
    &map_keys::FUNCTION,
    &map_values::FUNCTION,
    &strlen::FUNCTION,
    &values::FUNCTION,
];

/// A number of things as a value.
fn count(things: usize) -> Value {
    Value::Integer(i64::try_from(things).unwrap_or(i64::MAX))
}
