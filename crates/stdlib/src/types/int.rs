//! `int`: make sure that a value is an integer.

use vrlet_function::prelude::*;

/// The contract.
pub const FUNCTION: Function = Function {
    name: "int",
    category: Category::Type,
    about: "The value itself if it is an integer; otherwise a failure. Nothing is converted.",
    params: &[required("value", ANY, "The value.")],
    returns: |site| TypeDef::integer().fallible_if(!site.kind("value").is(INTEGER)),
    failures: &["The value is not an integer."],
    body: Body::Expects(INTEGER),
    examples: &[
        example("An integer", r#"int!(.port)"#, r#"443"#).event(r#"{"port": 443}"#),
        fails("Something else", r#"int!(1.0)"#, "expected an integer"),
    ],
    ..Function::BASE
};
