//! Functions that make a value of one kind from one of another.

mod parse_float;
mod parse_int;
mod to_bool;
mod to_float;
mod to_int;
mod to_string;
mod to_unix_timestamp;

use vrlet_function::prelude::*;

pub(crate) const FUNCTIONS: &[&Function] = &[
    &parse_float::FUNCTION,
    &parse_int::FUNCTION,
    &to_bool::FUNCTION,
    &to_float::FUNCTION,
    &to_int::FUNCTION,
    &to_string::FUNCTION,
    &to_unix_timestamp::FUNCTION,
];

/// The float that a string says.
fn read_float(text: &Text) -> Result<Value, Failure> {
    let number = text.as_str().and_then(|text| text.parse().ok());
    let number: f64 = number.ok_or_else(|| Failure::new(format!("`{text}` is no number")))?;
    Value::float(number).ok_or(Failure::fixed("`NaN` is no number that a value can be"))
}

fn no_number(value: &Value) -> Failure {
    Failure::new(format!("no number can be made of a value of kind {}", value.kind_name()))
}
