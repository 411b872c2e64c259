//! `keys`: the names of an object's fields.

use vrlet_function::prelude::*;

/// The contract.
pub const FUNCTION: Function = Function {
    name: "keys",
    category: Category::Enumerate,
    about: "The names of the object's fields in sorted order.",
    params: &[required("value", OBJECT, "The object.")],
    returns: |_| TypeDef::new(Kind::array_of(Kind::bytes())),
    body: Body::Plain(|call| {
        let (object,) = call.unpack::<(Object,)>();
        Ok(Value::Array(object.sorted().map(|(key, _)| Value::from(key)).collect()))
    }),
    examples: &[example("In sorted order", r#"keys({"b": 1, "a": 2})"#, r#"["a","b"]"#)],
    ..Function::BASE
};
