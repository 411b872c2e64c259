//! Functions of numbers.

mod abs;
mod ceil;
mod floor;
mod format_int;
mod format_number;
mod precision;
mod remainder;
mod round;

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

/// The kind of a result that is an integer where the argument is one.
fn same_number(argument: &Kind) -> Kind {
    if argument.is(INTEGER) {
        Kind::integer()
    } else if argument.is(FLOAT) {
        Kind::float()
    } else {
        Kind::from(NUMBER)
    }
}
