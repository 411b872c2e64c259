//! `string`: asserts that a value is a string.

use vrlet_function::prelude::*;

const VALUE: Arg<Value> = Arg::required("value", "The value.");

pub const FUNCTION: Function = Function::new(Contract {
    name: "string",
    category: Category::Type,
    about: "The value itself if it is a string; otherwise a failure. Nothing is converted.",
    params: &[VALUE.param()],
    returns: |context| TypeDef::string().fallible_if(!context.kind(VALUE).is(STRING)),
    failures: &["The value is not a string."],
    body: Body::TypeAssert(STRING),
    examples: &[
        example("A string", r#"string!(.message)"#, r#""up""#).event(r#"{"message": "up"}"#),
        fails("Something else", r#"string!(5)"#, "expected a string"),
    ],
});
