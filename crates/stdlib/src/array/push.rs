//! `push`: appends an element to an array.

use vrlet_function::prelude::*;
use vrlet_value::kind::Collection;

const VALUE: Arg<Array> = Arg::required("value", "The array.");
const ITEM: Arg<Value> = Arg::required("item", "The element.").after(VALUE);

pub const FUNCTION: Function = Function::new(Contract {
    name: "push",
    category: Category::Array,
    about: "The array with one more element at the end.",
    params: &[VALUE.param(), ITEM.param()],
    returns: |context| {
        let array = context.kind(VALUE).as_array().cloned().unwrap_or_else(Collection::any);
        TypeDef::new(Kind::array(super::appended::with_elements(
            array,
            [context.kind(ITEM).stored()],
        )))
    },
    failures: &[],
    body: Body::Plain(push),
    examples: &[
        example("One more", "push([1, 2], 3)", "[1,2,3]"),
        example("An array as an element", "push([1], [2])", "[1,[2]]"),
    ],
});

fn push(call: &mut Call<'_>) -> Result<Value, Failure> {
    let (mut array, item) = (call.take(VALUE), call.take(ITEM));
    array.push(item);
    Ok(array.into())
}
