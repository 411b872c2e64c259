//! `is_integer`: whether a value is an integer.

use vrlet_function::prelude::*;

const VALUE: Arg<Value> = Arg::required("value", "The value.");

pub const FUNCTION: Function = Function::new(Contract {
    name: "is_integer",
    category: Category::Type,
    about: "Whether the value is an integer.",
    params: &[VALUE.param()],
    returns: |_| TypeDef::boolean(),
    failures: &[],
    body: Body::Plain(is_integer),
    examples: &[
        example("It is", r#"is_integer(5)"#, "true"),
        example("It is not", r#"is_integer(5.0)"#, "false"),
    ],
});

fn is_integer(call: &mut Call<'_>) -> Result<Value, Failure> {
    Ok(Value::Boolean(matches!(call.argument(VALUE), Value::Integer(_))))
}
