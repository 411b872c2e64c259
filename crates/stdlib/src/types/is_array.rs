//! `is_array`: whether a value is an array.

use vrlet_function::prelude::*;

/// The contract.
pub const FUNCTION: Function = Function {
    name: "is_array",
    category: Category::Type,
    about: "Whether the value is an array.",
    params: &[required("value", ANY, "The value.")],
    returns: |_| TypeDef::boolean(),
    body: Body::Plain(is_array),
    examples: &[
        example("It is", r#"is_array([])"#, "true"),
        example("It is not", r#"is_array({})"#, "false"),
    ],
    ..Function::BASE
};

fn is_array(call: &mut Call<'_>) -> Result<Value, Failure> {
    Ok(Value::Boolean(matches!(call.argument(0), Value::Array(_))))
}
