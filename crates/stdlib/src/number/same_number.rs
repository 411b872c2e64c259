//! The result type of number functions that keep integers integers.

use vrlet_function::prelude::*;

/// The kind of a result that is an integer where the argument is one.
pub(super) fn same_number(argument: &Kind) -> Kind {
    if argument.is(INTEGER) {
        Kind::integer()
    } else if argument.is(FLOAT) {
        Kind::float()
    } else {
        Kind::from(NUMBER)
    }
}
