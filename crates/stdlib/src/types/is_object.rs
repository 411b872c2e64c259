//! `is_object`: whether a value is an object.

use vrlet_function::prelude::*;

/// The contract.
pub const FUNCTION: Function = Function {
    name: "is_object",
    category: Category::Type,
    about: "Whether the value is an object.",
    params: &[required("value", ANY, "The value.")],
    returns: |_| TypeDef::boolean(),
    body: Body::Plain(is_object),
    examples: &[
        example("It is", r#"is_object({})"#, "true"),
        example("It is not", r#"is_object([])"#, "false"),
    ],
    ..Function::BASE
};

fn is_object(call: &mut Call<'_>) -> Result<Value, Failure> {
    Ok(Value::Boolean(matches!(call.argument(0), Value::Object(_))))
}
