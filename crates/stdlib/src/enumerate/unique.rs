//! `unique`: removes duplicates from an array.

use std::collections::HashSet;

use vrlet_function::prelude::*;

const VALUE: Arg<Array> = Arg::required("value", "The array.");

pub const FUNCTION: Function = Function::new(Contract {
    name: "unique",
    category: Category::Enumerate,
    about: "The elements of the array without those that equal an earlier one. An integer and a \
            float are never equal here.",
    params: &[VALUE.param()],
    returns: |_| TypeDef::of(ARRAY),
    failures: &[],
    body: Body::Plain(unique),
    examples: &[
        example("Once each", r#"unique(["b", "a", "b"])"#, r#"["b","a"]"#),
        example("Kinds differ", "unique([1, 1.0, 1])", "[1,1.0]"),
    ],
});

#[expect(clippy::mutable_key_type, reason = "the hash of an expression is that of its text")]
fn unique(call: &mut Call<'_>) -> Result<Value, Failure> {
    let array = call.take(VALUE);
    let mut seen = HashSet::new();
    Ok(Value::Array(array.iter().filter(|value| seen.insert(*value)).cloned().collect()))
}
