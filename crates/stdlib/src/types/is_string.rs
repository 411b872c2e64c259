//! `is_string`: whether a value is a string.

use vrlet_function::prelude::*;

const VALUE: Arg<Value> = Arg::required("value", "The value.");

pub const FUNCTION: Function = Function::new(Contract {
    name: "is_string",
    category: Category::Type,
    about: "Whether the value is a string.",
    params: &[VALUE.param()],
    returns: |_| TypeDef::boolean(),
    failures: &[],
    body: Body::Plain(is_string),
    examples: &[
        example("It is", r#"is_string("up")"#, "true"),
        example("It is not", r#"is_string(5)"#, "false"),
    ],
});

fn is_string(call: &mut Call<'_>) -> Result<Value, Failure> {
    Ok(Value::Boolean(matches!(call.argument(VALUE), Value::Bytes(_))))
}
