//! `append`: put one array behind another.

use vrlet_function::prelude::*;
use vrlet_value::kind::Collection;

/// The contract.
pub const FUNCTION: Function = Function {
    name: "append",
    category: Category::Array,
    about: "The elements of both arrays in one, those of `items` last.",
    params: &[
        required("value", ARRAY, "The first array."),
        required("items", ARRAY, "The array whose elements come last."),
    ],
    returns: |site| {
        let array = site.kind("value").as_array().cloned().unwrap_or_else(Collection::any);
        let items = site.kind("items").as_array().cloned().unwrap_or_else(Collection::any);
        let known = (0..items.length()).map(|index| items.at(&index).clone());
        let both = super::with_elements(array, known);
        let rest = both.rest().cloned().into_iter().chain(items.rest().cloned());
        let rest = rest.fold(Kind::undefined(), Kind::or);
        TypeDef::new(Kind::array(both.with_rest(rest)))
    },
    body: Body::Plain(append),
    examples: &[example("Both", r#"append([1, 2], ["a"])"#, r#"[1,2,"a"]"#)],
    ..Function::BASE
};

fn append(call: &mut Call<'_>) -> Result<Value, Failure> {
    let (mut array, items) = call.unpack::<(Array, Array)>();
    if array.is_empty() {
        return Ok(items.into());
    }
    for item in items {
        array.push(item);
    }
    Ok(array.into())
}
