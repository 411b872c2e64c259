//! `ceil`: the next round number above.

use vrlet_function::prelude::*;

use super::precision::{PRECISION, to_precision};

/// The contract.
pub const FUNCTION: Function = Function {
    name: "ceil",
    category: Category::Number,
    about: "The least number with at most `precision` decimal places that is not below `value`. \
            Integers stay as they are.",
    params: &[required("value", NUMBER, "The number."), PRECISION],
    returns: |site| TypeDef::new(super::same_number(&site.kind("value"))),
    body: Body::Plain(|call| Ok(to_precision(call, f64::ceil))),
    examples: &[
        example("To a whole number", "ceil(4.3)", "5.0"),
        example("To hundredths", "ceil(4.345, precision: 2)", "4.35"),
        example("To hundreds", "ceil(1234.5, precision: -2)", "1300.0"),
    ],
    ..Function::BASE
};
