//! `is_empty`: whether a string, array or object has no content.

use vrlet_function::prelude::*;

const VALUE: Arg<Value> = Arg::required("value", "The value.").kinds(STRING.or(OBJECT).or(ARRAY));

pub const FUNCTION: Function = Function::new(Contract {
    name: "is_empty",
    category: Category::Type,
    about: "Whether a string has no bytes, an array no elements, an object no fields.",
    params: &[VALUE.param()],
    returns: |_| TypeDef::boolean(),
    failures: &[],
    body: Body::Plain(is_empty),
    examples: &[
        example("A string", r#"is_empty("")"#, "true"),
        example("An array", "is_empty([null])", "false"),
        example("An object", "is_empty({})", "true"),
    ],
});

fn is_empty(call: &mut Call<'_>) -> Result<Value, Failure> {
    Ok(Value::Boolean(match call.argument(VALUE) {
        Value::Bytes(text) => text.is_empty(),
        Value::Array(array) => array.is_empty(),
        Value::Object(object) => object.is_empty(),
        other => {
            unreachable!("checked: {} where a string or collection was declared", other.kind_name())
        }
    }))
}
