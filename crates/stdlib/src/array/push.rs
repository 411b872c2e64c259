//! `push`: add an element to an array.

use vrlet_function::prelude::*;
use vrlet_value::kind::Collection;

/// The contract.
pub const FUNCTION: Function = Function {
    name: "push",
    category: Category::Array,
    about: "The array with one more element at the end.",
    params: &[required("value", ARRAY, "The array."), required("item", ANY, "The element.")],
    returns: |site| {
        let array = site.kind("value").as_array().cloned().unwrap_or_else(Collection::any);
        TypeDef::new(Kind::array(super::with_elements(array, [site.kind("item").stored()])))
    },
    body: Body::Plain(push),
    examples: &[
        example("One more", "push([1, 2], 3)", "[1,2,3]"),
        example("An array as an element", "push([1], [2])", "[1,[2]]"),
    ],
    ..Function::BASE
};

fn push(call: &mut Call<'_>) -> Result<Value, Failure> {
    let (mut array, item) = call.unpack::<(Array, Value)>();
    array.push(item);
    Ok(array.into())
}
