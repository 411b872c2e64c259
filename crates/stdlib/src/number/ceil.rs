//! `ceil`: rounds a number up.

use vrlet_function::prelude::*;

use super::precision::{PRECISION, VALUE, to_precision};

pub const FUNCTION: Function = Function::new(Contract {
    name: "ceil",
    category: Category::Number,
    about: "The least number with at most `precision` decimal places that is not below `value`. \
            Integers stay as they are.",
    params: &[VALUE.param(), PRECISION.param()],
    returns: |context| TypeDef::new(super::same_number::same_number(&context.kind(VALUE))),
    failures: &[],
    body: Body::Plain(|call| Ok(to_precision(call, f64::ceil))),
    examples: &[
        example("To a whole number", "ceil(4.3)", "5.0"),
        example("To hundredths", "ceil(4.345, precision: 2)", "4.35"),
        example("To hundreds", "ceil(1234.5, precision: -2)", "1300.0"),
    ],
});
