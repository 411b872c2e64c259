//! Object functions.

mod datadog_query;
mod entry_key;
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
