//! `object`: asserts that a value is an object.

use vrlet_function::prelude::*;

use super::type_assert;

const VALUE: Arg<Value> = Arg::required("value", "The value.");

pub const FUNCTION: Function = Function::new(Contract {
    name: "object",
    category: Category::Type,
    about: "The value itself if it is an object; otherwise a failure. Nothing is converted.",
    params: &[VALUE.param()],
    returns: |context| type_assert::collection(context, VALUE, OBJECT),
    failures: &["The value is not an object."],
    body: Body::TypeAssert(OBJECT),
    examples: &[
        example("An object", r#"object!(.user)"#, r#"{"name":"mia"}"#)
            .event(r#"{"user": {"name": "mia"}}"#),
        fails("Something else", r#"object!([1])"#, "expected an object"),
    ],
});
