//! `is_nullish`: whether a value is null, blank or a dash.

use vrlet_function::prelude::*;

const VALUE: Arg<Value> = Arg::required("value", "The value.");

pub const FUNCTION: Function = Function::new(Contract {
    name: "is_nullish",
    category: Category::Type,
    about: "Whether the value is null, an empty or blank text, or the text `-`, which means \
            nothing in many logs.",
    params: &[VALUE.param()],
    returns: |_| TypeDef::boolean(),
    failures: &[],
    body: Body::Plain(|call| Ok(Value::Boolean(is_nullish(call.argument(VALUE))))),
    examples: &[
        example("Null", "is_nullish(null)", "true"),
        example("White space", r#"is_nullish("  ")"#, "true"),
        example("A dash", r#"is_nullish("-")"#, "true"),
        example("Zero says something", "is_nullish(0)", "false"),
    ],
});

pub(crate) fn is_nullish(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Bytes(text) => {
            let text = text.to_str();
            text == "-" || text.chars().all(char::is_whitespace)
        }
        _ => false,
    }
}
