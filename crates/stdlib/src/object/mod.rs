//! Functions of objects.

mod datadog_query;
mod from_entries;
mod match_datadog_query;
mod merge;
mod object_from_array;
mod to_entries;
mod unnest;

use vrlet_function::prelude::*;

pub(crate) const FUNCTIONS: &[&Function] = &[
    &from_entries::FUNCTION,
    &match_datadog_query::FUNCTION,
    &merge::FUNCTION,
    &object_from_array::FUNCTION,
    &to_entries::FUNCTION,
    &unnest::FUNCTION,
];

/// The name that a value is for a field; null is none.
fn key(value: &Value) -> Result<Option<Key>, Failure> {
    match value {
        Value::Bytes(name) => Ok(Some(Key::from(name))),
        Value::Null => Ok(None),
        other => {
            let found = other.kind_name();
            Err(Failure::new(format!("a key must be a string, one is a value of kind {found}")))
        }
    }
}
