//! `array`: asserts that a value is an array.

use vrlet_function::prelude::*;

use super::type_assert;

const VALUE: Arg<Value> = Arg::required("value", "The value.");

pub const FUNCTION: Function = Function::new(Contract {
    name: "array",
    category: Category::Type,
    about: "The value itself if it is an array; otherwise a failure. Nothing is converted.",
    params: &[VALUE.param()],
    returns: |context| type_assert::collection(context, VALUE, ARRAY),
    failures: &["The value is not an array."],
    body: Body::TypeAssert(ARRAY),
    examples: &[
        example("An array", r#"array!(.tags)"#, r#"["a"]"#).event(r#"{"tags": ["a"]}"#),
        fails("Something else", r#"array!({"a": 1})"#, "expected an array"),
    ],
});
