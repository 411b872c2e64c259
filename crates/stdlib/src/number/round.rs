//! `round`: rounds a number to the nearest.

use vrlet_function::prelude::*;

use super::precision::{PRECISION, VALUE, to_precision};

pub const FUNCTION: Function = Function::new(Contract {
    name: "round",
    category: Category::Number,
    about: "The nearest number with at most `precision` decimal places; halves are rounded away \
            from zero. Integers stay as they are.",
    params: &[VALUE.param(), PRECISION.param()],
    returns: |context| TypeDef::new(super::same_number::same_number(&context.kind(VALUE))),
    failures: &[],
    body: Body::Plain(|call| Ok(to_precision(call, f64::round))),
    examples: &[
        example("To a whole number", "round(4.345)", "4.0"),
        example("Halves", "round(-2.5)", "-3.0"),
        example("To hundredths", "round(4.347, precision: 2)", "4.35"),
    ],
});
