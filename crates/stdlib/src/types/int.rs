//! `int`: make sure that a value is an integer.

use vrlet_function::prelude::*;

use super::expectation;

/// The contract.
pub const FUNCTION: Function = Function {
    name: "int",
    category: Category::Type,
    about: "Gives the value back if it is an integer, and fails if not. Nothing is converted.",
    params: &[required("value", ANY, "The value.")],
    returns: |site| TypeDef::integer().fallible_if(!site.kind("value").is(INTEGER)),
    failures: &["The value is not an integer."],
    body: Body::Plain(int),
    examples: &[
        example("An integer", r#"int!(.port)"#, r#"443"#).event(r#"{"port": 443}"#),
        fails("Something else", r#"int!(1.0)"#, "expected an integer"),
    ],
    ..Function::BASE
};

fn int(call: &mut Call<'_>) -> Result<Value, Failure> {
    match call.take(0) {
        value @ Value::Integer(_) => Ok(value),
        other => Err(expectation::failed("an integer", &other)),
    }
}
