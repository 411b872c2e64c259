//! `bool`: make sure that a value is a boolean.

use vrlet_function::prelude::*;

/// The contract.
pub const FUNCTION: Function = Function {
    name: "bool",
    category: Category::Type,
    about: "The value itself if it is a boolean; otherwise a failure. Nothing is converted.",
    params: &[required("value", ANY, "The value.")],
    returns: |site| TypeDef::boolean().fallible_if(!site.kind("value").is(BOOLEAN)),
    failures: &["The value is not a boolean."],
    body: Body::Expects(BOOLEAN),
    examples: &[
        example("A boolean", r#"bool!(.ok)"#, r#"true"#).event(r#"{"ok": true}"#),
        fails("Something else", r#"bool!("true")"#, "expected a boolean"),
    ],
    ..Function::BASE
};
