//! `is_boolean`: whether a value is a boolean.

use vrlet_function::prelude::*;

/// The contract.
pub const FUNCTION: Function = Function {
    name: "is_boolean",
    category: Category::Type,
    about: "Whether the value is a boolean.",
    params: &[required("value", ANY, "The value.")],
    returns: |_| TypeDef::boolean(),
    body: Body::Plain(is_boolean),
    examples: &[
        example("It is", r#"is_boolean(false)"#, "true"),
        example("It is not", r#"is_boolean("false")"#, "false"),
    ],
    ..Function::BASE
};

fn is_boolean(call: &mut Call<'_>) -> Result<Value, Failure> {
    Ok(Value::Boolean(matches!(call.argument(0), Value::Boolean(_))))
}
