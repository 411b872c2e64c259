//! `is_string`: whether a value is a string.

use vrlet_function::prelude::*;

/// The contract.
pub const FUNCTION: Function = Function {
    name: "is_string",
    category: Category::Type,
    about: "Whether the value is a string.",
    params: &[required("value", ANY, "The value.")],
    returns: |_| TypeDef::boolean(),
    body: Body::Plain(is_string),
    examples: &[
        example("It is", r#"is_string("up")"#, "true"),
        example("It is not", r#"is_string(5)"#, "false"),
    ],
    ..Function::BASE
};

fn is_string(call: &mut Call<'_>) -> Result<Value, Failure> {
    Ok(Value::Boolean(matches!(call.argument(0), Value::Bytes(_))))
}
