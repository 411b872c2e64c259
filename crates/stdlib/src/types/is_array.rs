//! `is_array`: whether a value is an array.

use vrlet_function::prelude::*;

const VALUE: Arg<Value> = Arg::required("value", "The value.");

pub const FUNCTION: Function = Function::new(Contract {
    name: "is_array",
    category: Category::Type,
    about: "Whether the value is an array.",
    params: &[VALUE.param()],
    returns: |_| TypeDef::boolean(),
    failures: &[],
    body: Body::Plain(is_array),
    examples: &[
        example("It is", r#"is_array([])"#, "true"),
        example("It is not", r#"is_array({})"#, "false"),
    ],
});

fn is_array(call: &mut Call<'_>) -> Result<Value, Failure> {
    Ok(Value::Boolean(matches!(call.argument(VALUE), Value::Array(_))))
}
