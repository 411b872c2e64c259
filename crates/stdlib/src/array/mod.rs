//! Array functions.

mod append;
mod appended;
mod chunks;
mod pop;
mod push;
mod range;
mod zip;

use vrlet_function::prelude::*;

pub(crate) const FUNCTIONS: &[&Function] = &[
    &append::FUNCTION,
    &chunks::FUNCTION,
    &pop::FUNCTION,
    &push::FUNCTION,
    &range::FUNCTION,
    &zip::FUNCTION,
];
