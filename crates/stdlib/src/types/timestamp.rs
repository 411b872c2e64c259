//! `timestamp`: asserts that a value is a timestamp.

use vrlet_function::prelude::*;

const VALUE: Arg<Value> = Arg::required("value", "The value.");

pub const FUNCTION: Function = Function::new(Contract {
    name: "timestamp",
    category: Category::Type,
    about: "The value itself if it is a timestamp; otherwise a failure. Nothing is converted.",
    params: &[VALUE.param()],
    returns: |context| TypeDef::timestamp().fallible_if(!context.kind(VALUE).is(TIMESTAMP)),
    failures: &["The value is not a timestamp."],
    body: Body::TypeAssert(TIMESTAMP),
    examples: &[
        example(
            "A timestamp",
            r#"timestamp(t'2026-01-01T00:00:00Z')"#,
            r#""2026-01-01T00:00:00Z""#,
        ),
        fails("Something else", r#"timestamp!("2026-01-01T00:00:00Z")"#, "expected a timestamp"),
    ],
});
