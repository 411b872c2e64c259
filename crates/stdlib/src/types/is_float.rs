//! `is_float`: whether a value is a float.

use vrlet_function::prelude::*;

const VALUE: Arg<Value> = Arg::required("value", "The value.");

pub const FUNCTION: Function = Function::new(Contract {
    name: "is_float",
    category: Category::Type,
    about: "Whether the value is a float.",
    params: &[VALUE.param()],
    returns: |_| TypeDef::boolean(),
    failures: &[],
    body: Body::Plain(is_float),
    examples: &[
        example("It is", r#"is_float(5.0)"#, "true"),
        example("It is not", r#"is_float(5)"#, "false"),
    ],
});

fn is_float(call: &mut Call<'_>) -> Result<Value, Failure> {
    Ok(Value::Boolean(matches!(call.argument(VALUE), Value::Float(_))))
}
