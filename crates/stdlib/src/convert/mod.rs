//! Functions that make a value of one kind from one of another.

mod to_bool;
mod to_float;
mod to_int;
mod to_string;
mod to_unix_timestamp;

use vrlet_function::prelude::*;

pub(crate) const FUNCTIONS: &[&Function] = &[
    &to_bool::FUNCTION,
    &to_float::FUNCTION,
    &to_int::FUNCTION,
    &to_string::FUNCTION,
    &to_unix_timestamp::FUNCTION,
];

/// The failure of a value that means no number.
fn no_number(value: &Value) -> Failure {
    Failure::new(format!("no number can be made of a value of kind {}", value.kind_name()))
}
