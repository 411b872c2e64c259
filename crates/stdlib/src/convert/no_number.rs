//! The error of a value that can't be converted to a number.

use vrlet_function::prelude::*;

/// The failure of a value that means no number.
pub(super) fn no_number(value: &Value) -> Failure {
    Failure::new(format!("no number can be made of a value of kind {}", value.kind_name()))
}
