//! A count of things as an integer value.

use vrlet_function::prelude::*;

/// A number of things as a value.
pub(super) fn count(things: usize) -> Value {
    Value::Integer(i64::try_from(things).unwrap_or(i64::MAX))
}
