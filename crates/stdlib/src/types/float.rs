//! `float`: asserts that a value is a float.

use vrlet_function::prelude::*;

const VALUE: Arg<Value> = Arg::required("value", "The value.");

pub const FUNCTION: Function = Function::new(Contract {
    name: "float",
    category: Category::Type,
    about: "The value itself if it is a float; otherwise a failure. Nothing is converted.",
    params: &[VALUE.param()],
    returns: |context| TypeDef::float().fallible_if(!context.kind(VALUE).is(FLOAT)),
    failures: &["The value is not a float."],
    body: Body::TypeAssert(FLOAT),
    examples: &[
        example("A float", r#"float!(.ratio)"#, r#"0.5"#).event(r#"{"ratio": 0.5}"#),
        fails("Something else", r#"float!(1)"#, "expected a float"),
    ],
});
