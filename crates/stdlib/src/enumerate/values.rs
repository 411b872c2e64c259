//! `values`: what an object's fields hold.

use vrlet_function::prelude::*;

/// The contract.
pub const FUNCTION: Function = Function {
    name: "values",
    category: Category::Enumerate,
    about: "The values of the object's fields, in the sorted order of their names.",
    params: &[required("value", OBJECT, "The object.")],
    returns: |site| {
        let all =
            site.kind("value").as_object().map_or(Kind::any(), |fields| fields.element_union());
        TypeDef::new(Kind::array_of(if all.is_never() { Kind::any() } else { all }))
    },
    body: Body::Plain(|call| {
        let (object,) = call.unpack::<(Object,)>();
        Ok(Value::Array(object.sorted().map(|(_, value)| value.clone()).collect()))
    }),
    examples: &[example("In the order of the names", r#"values({"b": 1, "a": 2})"#, "[2,1]")],
    ..Function::BASE
};
