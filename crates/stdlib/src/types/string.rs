//! `string`: make sure that a value is a string.

use vrlet_function::prelude::*;

/// The contract.
pub const FUNCTION: Function = Function {
    name: "string",
    category: Category::Type,
    about: "The value itself if it is a string; otherwise a failure. Nothing is converted.",
    params: &[required("value", ANY, "The value.")],
    returns: |site| TypeDef::string().fallible_if(!site.kind("value").is(STRING)),
    failures: &["The value is not a string."],
    body: Body::Expects(STRING),
    examples: &[
        example("A string", r#"string!(.message)"#, r#""up""#).event(r#"{"message": "up"}"#),
        fails("Something else", r#"string!(5)"#, "expected a string"),
    ],
    ..Function::BASE
};
