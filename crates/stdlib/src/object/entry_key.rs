//! Values as field names, for functions that build objects of key/value entries.

use vrlet_function::prelude::*;

/// The name that a value is for a field; null is none.
pub(super) fn key(value: &Value) -> Result<Option<Key>, Failure> {
    match value {
        Value::Bytes(name) => Ok(Some(Key::from(name))),
        Value::Null => Ok(None),
        other => {
            let found = other.kind_name();
            Err(Failure::new(format!("a key must be a string, one is a value of kind {found}")))
        }
    }
}
