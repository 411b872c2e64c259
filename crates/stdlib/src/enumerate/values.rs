//! `values`: the values of an object's fields.

use vrlet_function::prelude::*;

const VALUE: Arg<Object> = Arg::required("value", "The object.");

pub const FUNCTION: Function = Function::new(Contract {
    name: "values",
    category: Category::Enumerate,
    about: "The values of the object's fields, in the sorted order of their names.",
    params: &[VALUE.param()],
    returns: |context| {
        let all =
            context.kind(VALUE).as_object().map_or(Kind::any(), |fields| fields.element_union());
        TypeDef::new(Kind::array_of(if all.is_never() { Kind::any() } else { all }))
    },
    failures: &[],
    body: Body::Plain(|call| {
        let object = call.take(VALUE);
        Ok(Value::Array(object.sorted().map(|(_, value)| value.clone()).collect()))
    }),
    examples: &[example("In the order of the names", r#"values({"b": 1, "a": 2})"#, "[2,1]")],
});
