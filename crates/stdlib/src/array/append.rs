//! `append`: concatenates two arrays.

use vrlet_function::prelude::*;
use vrlet_value::kind::Collection;

const VALUE: Arg<Array> = Arg::required("value", "The first array.");
const ITEMS: Arg<Array> =
    Arg::required("items", "The array whose elements come last.").after(VALUE);

pub const FUNCTION: Function = Function::new(Contract {
    name: "append",
    category: Category::Array,
    about: "The elements of both arrays in one, those of `items` last.",
    params: &[VALUE.param(), ITEMS.param()],
    returns: |context| {
        let array = context.kind(VALUE).as_array().cloned().unwrap_or_else(Collection::any);
        let items = context.kind(ITEMS).as_array().cloned().unwrap_or_else(Collection::any);
        let known = (0..items.length()).map(|index| items.at(&index).clone());
        let both = super::appended::with_elements(array, known);
        let rest = both.rest().cloned().into_iter().chain(items.rest().cloned());
        let rest = rest.fold(Kind::undefined(), Kind::or);
        TypeDef::new(Kind::array(both.with_rest(rest)))
    },
    failures: &[],
    body: Body::Plain(append),
    examples: &[example("Both", r#"append([1, 2], ["a"])"#, r#"[1,2,"a"]"#)],
});

fn append(call: &mut Call<'_>) -> Result<Value, Failure> {
    let (mut array, items) = (call.take(VALUE), call.take(ITEMS));
    if array.is_empty() {
        return Ok(items.into());
    }
    for item in items {
        array.push(item);
    }
    Ok(array.into())
}
