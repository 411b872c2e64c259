//! `pop`: drops the last element of an array.

use vrlet_function::prelude::*;

const VALUE: Arg<Array> = Arg::required("value", "The array.");

pub const FUNCTION: Function = Function::new(Contract {
    name: "pop",
    category: Category::Array,
    about: "The array without its last element; an empty array stays empty.",
    params: &[VALUE.param()],
    // As VRL sees it: the last element stays known.
    returns: |context| TypeDef::new(context.kind(VALUE).without(ANY.without(ARRAY))),
    failures: &[],
    body: Body::Plain(pop),
    examples: &[
        example("One less", r#"pop(split("a,b,c", ","))"#, r#"["a","b"]"#),
        example("Nothing to leave out", "pop([])", "[]"),
    ],
});

fn pop(call: &mut Call<'_>) -> Result<Value, Failure> {
    let mut array = call.take(VALUE);
    if let Some(last) = array.len().checked_sub(1) {
        array.remove(last);
    }
    Ok(array.into())
}
