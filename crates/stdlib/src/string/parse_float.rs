//! `parse_float`: read a float.

use vrlet_function::prelude::*;

use crate::text::read_float;

/// The contract.
pub const FUNCTION: Function = Function {
    name: "parse_float",
    category: Category::String,
    about: "The float that a text stands for, with or without an exponent; `inf` is one too.",
    params: &[required("value", STRING, "The text of a number.")],
    returns: |_| TypeDef::float().fallible(),
    failures: &["The string is not a number, or is `NaN`."],
    folds: true,
    body: Body::Plain(|call| read_float(&call.take(0))),
    examples: &[
        example("A number", r#"parse_float!("-56.5")"#, "-56.5"),
        example("With an exponent", r#"parse_float!("1e3")"#, "1000.0"),
        fails("Not a number", r#"parse_float!("fast")"#, "is no number"),
    ],
    ..Function::BASE
};
