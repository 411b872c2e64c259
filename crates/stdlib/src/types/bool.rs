//! `bool`: asserts that a value is a boolean.

use vrlet_function::prelude::*;

const VALUE: Arg<Value> = Arg::required("value", "The value.");

pub const FUNCTION: Function = Function::new(Contract {
    name: "bool",
    category: Category::Type,
    about: "The value itself if it is a boolean; otherwise a failure. Nothing is converted.",
    params: &[VALUE.param()],
    returns: |context| TypeDef::boolean().fallible_if(!context.kind(VALUE).is(BOOLEAN)),
    failures: &["The value is not a boolean."],
    body: Body::TypeAssert(BOOLEAN),
    examples: &[
        example("A boolean", r#"bool!(.ok)"#, r#"true"#).event(r#"{"ok": true}"#),
        fails("Something else", r#"bool!("true")"#, "expected a boolean"),
    ],
});
