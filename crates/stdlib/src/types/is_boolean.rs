//! `is_boolean`: whether a value is a boolean.

use vrlet_function::prelude::*;

const VALUE: Arg<Value> = Arg::required("value", "The value.");

pub const FUNCTION: Function = Function::new(Contract {
    name: "is_boolean",
    category: Category::Type,
    about: "Whether the value is a boolean.",
    params: &[VALUE.param()],
    returns: |_| TypeDef::boolean(),
    failures: &[],
    body: Body::Plain(is_boolean),
    examples: &[
        example("It is", r#"is_boolean(false)"#, "true"),
        example("It is not", r#"is_boolean("false")"#, "false"),
    ],
});

fn is_boolean(call: &mut Call<'_>) -> Result<Value, Failure> {
    Ok(Value::Boolean(matches!(call.argument(VALUE), Value::Boolean(_))))
}
