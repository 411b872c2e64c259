//! `length`: the number of bytes, elements or fields of a value.

use vrlet_function::prelude::*;

const VALUE: Arg<Value> = Arg::required("value", "The value.").kinds(STRING.or(OBJECT).or(ARRAY));

pub const FUNCTION: Function = Function::new(Contract {
    name: "length",
    category: Category::Enumerate,
    about: "How many bytes a string has, how many elements an array, how many fields an object. \
            `strlen` counts characters.",
    params: &[VALUE.param()],
    returns: |_| TypeDef::integer(),
    failures: &[],
    body: Body::Plain(length),
    examples: &[
        example("Bytes", r#"length("äb")"#, "3"),
        example("Elements", "length([1, 2])", "2"),
        example("Fields", r#"length({"a": 1})"#, "1"),
    ],
});

fn length(call: &mut Call<'_>) -> Result<Value, Failure> {
    let length = match call.argument(VALUE) {
        Value::Bytes(text) => text.len(),
        Value::Array(array) => array.len(),
        Value::Object(object) => object.len(),
        other => {
            unreachable!("checked: {} where a string or collection was declared", other.kind_name())
        }
    };
    Ok(super::count::count(length))
}
