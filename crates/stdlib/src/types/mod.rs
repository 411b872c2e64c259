//! Type functions: tests, assertions and names of kinds.

mod array;
mod bool;
mod float;
mod int;
mod is_array;
mod is_boolean;
mod is_empty;
mod is_float;
mod is_integer;
mod is_json;
mod is_null;
mod is_nullish;
mod is_object;
mod is_regex;
mod is_string;
mod is_timestamp;
mod object;
mod string;
mod tag_types_externally;
mod timestamp;
mod type_assert;
mod type_def;
#[cfg(feature = "schema")]
mod validate_json_schema;

use vrlet_function::Function;

pub(crate) use is_nullish::is_nullish;

pub(crate) const FUNCTIONS: &[&Function] = &[
    &array::FUNCTION,
    &bool::FUNCTION,
    &float::FUNCTION,
    &int::FUNCTION,
    &is_array::FUNCTION,
    &is_boolean::FUNCTION,
    &is_empty::FUNCTION,
    &is_float::FUNCTION,
    &is_integer::FUNCTION,
    &is_json::FUNCTION,
    &is_null::FUNCTION,
    &is_nullish::FUNCTION,
    &is_object::FUNCTION,
    &is_regex::FUNCTION,
    &is_string::FUNCTION,
    &is_timestamp::FUNCTION,
    &object::FUNCTION,
    &string::FUNCTION,
    &tag_types_externally::FUNCTION,
    &timestamp::FUNCTION,
    &type_def::FUNCTION,
    #[cfg(feature = "schema")]
    &validate_json_schema::FUNCTION,
];
