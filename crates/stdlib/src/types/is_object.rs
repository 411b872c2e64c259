//! `is_object`: whether a value is an object.

use vrlet_function::prelude::*;

const VALUE: Arg<Value> = Arg::required("value", "The value.");

pub const FUNCTION: Function = Function::new(Contract {
    name: "is_object",
    category: Category::Type,
    about: "Whether the value is an object.",
    params: &[VALUE.param()],
    returns: |_| TypeDef::boolean(),
    failures: &[],
    body: Body::Plain(is_object),
    examples: &[
        example("It is", r#"is_object({})"#, "true"),
        example("It is not", r#"is_object([])"#, "false"),
    ],
});

fn is_object(call: &mut Call<'_>) -> Result<Value, Failure> {
    Ok(Value::Boolean(matches!(call.argument(VALUE), Value::Object(_))))
}
