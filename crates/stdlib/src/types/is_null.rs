//! `is_null`: whether a value is null.

use vrlet_function::prelude::*;

/// The contract.
pub const FUNCTION: Function = Function {
    name: "is_null",
    category: Category::Type,
    about: "Whether the value is null.",
    params: &[required("value", ANY, "The value.")],
    returns: |_| TypeDef::boolean(),
    body: Body::Plain(is_null),
    examples: &[
        example("It is", r#"is_null(null)"#, "true"),
        example("It is not", r#"is_null("")"#, "false"),
        example("A missing field", "is_null(.nothing)", "true"),
    ],
    ..Function::BASE
};

fn is_null(call: &mut Call<'_>) -> Result<Value, Failure> {
    Ok(Value::Boolean(matches!(call.argument(0), Value::Null)))
}
