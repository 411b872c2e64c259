//! `is_null`: whether a value is null.

use vrlet_function::prelude::*;

const VALUE: Arg<Value> = Arg::required("value", "The value.");

pub const FUNCTION: Function = Function::new(Contract {
    name: "is_null",
    category: Category::Type,
    about: "Whether the value is null.",
    params: &[VALUE.param()],
    returns: |_| TypeDef::boolean(),
    failures: &[],
    body: Body::Plain(is_null),
    examples: &[
        example("It is", r#"is_null(null)"#, "true"),
        example("It is not", r#"is_null("")"#, "false"),
        example("A missing field", "is_null(.nothing)", "true"),
    ],
});

fn is_null(call: &mut Call<'_>) -> Result<Value, Failure> {
    Ok(Value::Boolean(matches!(call.argument(VALUE), Value::Null)))
}
