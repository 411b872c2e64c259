//! `object`: make sure that a value is an object.

use vrlet_function::prelude::*;

use super::expectation;

/// The contract.
pub const FUNCTION: Function = Function {
    name: "object",
    category: Category::Type,
    about: "The value itself if it is an object; otherwise a failure. Nothing is converted.",
    params: &[required("value", ANY, "The value.")],
    returns: |site| expectation::collection(site, OBJECT),
    failures: &["The value is not an object."],
    body: Body::Expects(OBJECT),
    examples: &[
        example("An object", r#"object!(.user)"#, r#"{"name":"mia"}"#)
            .event(r#"{"user": {"name": "mia"}}"#),
        fails("Something else", r#"object!([1])"#, "expected an object"),
    ],
    ..Function::BASE
};
