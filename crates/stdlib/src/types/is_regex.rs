//! `is_regex`: whether a value is a regular expression.

use vrlet_function::prelude::*;

const VALUE: Arg<Value> = Arg::required("value", "The value.");

pub const FUNCTION: Function = Function::new(Contract {
    name: "is_regex",
    category: Category::Type,
    about: "Whether the value is a regular expression.",
    params: &[VALUE.param()],
    returns: |_| TypeDef::boolean(),
    failures: &[],
    body: Body::Plain(is_regex),
    examples: &[
        example("It is", r#"is_regex(r'a+')"#, "true"),
        example("It is not", r#"is_regex("a+")"#, "false"),
    ],
});

fn is_regex(call: &mut Call<'_>) -> Result<Value, Failure> {
    Ok(Value::Boolean(matches!(call.argument(VALUE), Value::Regex(_))))
}
