//! `int`: asserts that a value is an integer.

use vrlet_function::prelude::*;

const VALUE: Arg<Value> = Arg::required("value", "The value.");

pub const FUNCTION: Function = Function::new(Contract {
    name: "int",
    category: Category::Type,
    about: "The value itself if it is an integer; otherwise a failure. Nothing is converted.",
    params: &[VALUE.param()],
    returns: |context| TypeDef::integer().fallible_if(!context.kind(VALUE).is(INTEGER)),
    failures: &["The value is not an integer."],
    body: Body::TypeAssert(INTEGER),
    examples: &[
        example("An integer", r#"int!(.port)"#, r#"443"#).event(r#"{"port": 443}"#),
        fails("Something else", r#"int!(1.0)"#, "expected an integer"),
    ],
});
