//! `array`: make sure that a value is an array.

use vrlet_function::prelude::*;

use super::expectation;

/// The contract.
pub const FUNCTION: Function = Function {
    name: "array",
    category: Category::Type,
    about: "The value itself if it is an array; otherwise a failure. Nothing is converted.",
    params: &[required("value", ANY, "The value.")],
    returns: |site| expectation::collection(site, ARRAY),
    failures: &["The value is not an array."],
    body: Body::Expects(ARRAY),
    examples: &[
        example("An array", r#"array!(.tags)"#, r#"["a"]"#).event(r#"{"tags": ["a"]}"#),
        fails("Something else", r#"array!({"a": 1})"#, "expected an array"),
    ],
    ..Function::BASE
};
