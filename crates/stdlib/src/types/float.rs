//! `float`: make sure that a value is a float.

use vrlet_function::prelude::*;

/// The contract.
pub const FUNCTION: Function = Function {
    name: "float",
    category: Category::Type,
    about: "The value itself if it is a float; otherwise a failure. Nothing is converted.",
    params: &[required("value", ANY, "The value.")],
    returns: |site| TypeDef::float().fallible_if(!site.kind("value").is(FLOAT)),
    failures: &["The value is not a float."],
    body: Body::Expects(FLOAT),
    examples: &[
        example("A float", r#"float!(.ratio)"#, r#"0.5"#).event(r#"{"ratio": 0.5}"#),
        fails("Something else", r#"float!(1)"#, "expected a float"),
    ],
    ..Function::BASE
};
