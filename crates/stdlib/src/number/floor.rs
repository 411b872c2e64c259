//! `floor`: rounds a number down.

use vrlet_function::prelude::*;

use super::precision::{PRECISION, VALUE, to_precision};

pub const FUNCTION: Function = Function::new(Contract {
    name: "floor",
    category: Category::Number,
    about: "The greatest number with at most `precision` decimal places that is not above `value`. \
            Integers stay as they are.",
    params: &[VALUE.param(), PRECISION.param()],
    returns: |context| TypeDef::new(super::same_number::same_number(&context.kind(VALUE))),
    failures: &[],
    body: Body::Plain(|call| Ok(to_precision(call, f64::floor))),
    examples: &[
        example("To a whole number", "floor(4.7)", "4.0"),
        example("To hundredths", "floor(4.345, precision: 2)", "4.34"),
        example("Below zero", "floor(-1.2)", "-2.0"),
    ],
});
