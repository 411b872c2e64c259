//! `is_timestamp`: whether a value is a timestamp.

use vrlet_function::prelude::*;

const VALUE: Arg<Value> = Arg::required("value", "The value.");

pub const FUNCTION: Function = Function::new(Contract {
    name: "is_timestamp",
    category: Category::Type,
    about: "Whether the value is a timestamp.",
    params: &[VALUE.param()],
    returns: |_| TypeDef::boolean(),
    failures: &[],
    body: Body::Plain(is_timestamp),
    examples: &[
        example("It is", r#"is_timestamp(t'2026-01-01T00:00:00Z')"#, "true"),
        example("It is not", r#"is_timestamp("2026-01-01T00:00:00Z")"#, "false"),
    ],
});

fn is_timestamp(call: &mut Call<'_>) -> Result<Value, Failure> {
    Ok(Value::Boolean(matches!(call.argument(VALUE), Value::Timestamp(_))))
}
