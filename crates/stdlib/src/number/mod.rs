//! Number functions.

mod abs;
mod ceil;
mod floor;
mod format_int;
mod format_number;
mod precision;
mod remainder;
mod round;
mod same_number;

use vrlet_function::prelude::*;

pub(crate) const FUNCTIONS: &[&Function] = &[
    &abs::FUNCTION,
    &ceil::FUNCTION,
    &floor::FUNCTION,
    &format_int::FUNCTION,
    &format_number::FUNCTION,
    &remainder::FUNCTION,
    &round::FUNCTION,
];
