//! `keys`: the names of an object's fields.

use vrlet_function::prelude::*;

const VALUE: Arg<Object> = Arg::required("value", "The object.");

pub const FUNCTION: Function = Function::new(Contract {
    name: "keys",
    category: Category::Enumerate,
    about: "The names of the object's fields in sorted order.",
    params: &[VALUE.param()],
    returns: |_| TypeDef::new(Kind::array_of(Kind::bytes())),
    failures: &[],
    body: Body::Plain(|call| {
        let object = call.take(VALUE);
        Ok(Value::Array(object.sorted().map(|(key, _)| Value::from(key)).collect()))
    }),
    examples: &[example("In sorted order", r#"keys({"b": 1, "a": 2})"#, r#"["a","b"]"#)],
});
