//! `is_integer`: whether a value is an integer.

use vrlet_function::prelude::*;

/// The contract.
pub const FUNCTION: Function = Function {
    name: "is_integer",
    category: Category::Type,
    about: "Whether the value is an integer.",
    params: &[required("value", ANY, "The value.")],
    returns: |_| TypeDef::boolean(),
    body: Body::Plain(is_integer),
    examples: &[
        example("It is", r#"is_integer(5)"#, "true"),
        example("It is not", r#"is_integer(5.0)"#, "false"),
    ],
    ..Function::BASE
};

fn is_integer(call: &mut Call<'_>) -> Result<Value, Failure> {
    Ok(Value::Boolean(matches!(call.argument(0), Value::Integer(_))))
}
