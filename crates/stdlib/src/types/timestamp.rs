//! `timestamp`: make sure that a value is a timestamp.

use vrlet_function::prelude::*;

/// The contract.
pub const FUNCTION: Function = Function {
    name: "timestamp",
    category: Category::Type,
    about: "The value itself if it is a timestamp; otherwise a failure. Nothing is converted.",
    params: &[required("value", ANY, "The value.")],
    returns: |site| TypeDef::timestamp().fallible_if(!site.kind("value").is(TIMESTAMP)),
    failures: &["The value is not a timestamp."],
    body: Body::Expects(TIMESTAMP),
    examples: &[
        example(
            "A timestamp",
            r#"timestamp(t'2026-01-01T00:00:00Z')"#,
            r#""2026-01-01T00:00:00Z""#,
        ),
        fails("Something else", r#"timestamp!("2026-01-01T00:00:00Z")"#, "expected a timestamp"),
    ],
    ..Function::BASE
};
