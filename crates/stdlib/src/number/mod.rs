//! Functions of numbers.

mod abs;
mod remainder;

use vrlet_function::prelude::*;

pub(crate) const FUNCTIONS: &[&Function] = &[&abs::FUNCTION, &remainder::FUNCTION];

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
