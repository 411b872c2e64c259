//! `parse_float`: parses a float.

use vrlet_function::prelude::*;

use crate::text::read_float;

const VALUE: Arg<Text> = Arg::required("value", "The text of a number.");

pub const FUNCTION: Function = Function::new(Contract {
    name: "parse_float",
    category: Category::String,
    about: "The float that a text stands for, with or without an exponent; `inf` is one too.",
    params: &[VALUE.param()],
    returns: |_| TypeDef::float().fallible(),
    failures: &["The string is not a number, or is `NaN`."],
    body: Body::Plain(|call| read_float(&call.take(VALUE))),
    examples: &[
        example("A number", r#"parse_float!("-56.5")"#, "-56.5"),
        example("With an exponent", r#"parse_float!("1e3")"#, "1000.0"),
        fails("Not a number", r#"parse_float!("fast")"#, "is no number"),
    ],
})
.folds();
