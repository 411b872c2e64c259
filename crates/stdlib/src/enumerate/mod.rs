//! Functions that iterate over collections, and count.

mod closure;
mod compact;
mod count;
mod filter;
mod flatten;
mod for_each;
mod includes;
mod keys;
mod length;
mod map_keys;
mod map_values;
mod match_array;
mod strlen;
mod tally;
mod tally_value;
mod unflatten;
mod unique;
mod values;

use vrlet_function::prelude::*;

pub(crate) const FUNCTIONS: &[&Function] = &[
    &compact::FUNCTION,
    &filter::FUNCTION,
    &flatten::FUNCTION,
    &for_each::FUNCTION,
    &includes::FUNCTION,
    &keys::FUNCTION,
    &length::FUNCTION,
    &map_keys::FUNCTION,
    &map_values::FUNCTION,
    &match_array::FUNCTION,
    &strlen::FUNCTION,
    &tally::FUNCTION,
    &tally_value::FUNCTION,
    &unflatten::FUNCTION,
    &unique::FUNCTION,
    &values::FUNCTION,
];
