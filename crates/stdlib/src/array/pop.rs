//! `pop`: leave out the last element of an array.

use vrlet_function::prelude::*;

/// The contract.
pub const FUNCTION: Function = Function {
    name: "pop",
    category: Category::Array,
    about: "The array without its last element; an empty array stays empty.",
    params: &[required("value", ARRAY, "The array.")],
    // As VRL sees it: the last element stays known.
    returns: |site| TypeDef::new(site.kind("value").without(ANY.without(ARRAY))),
    body: Body::Plain(pop),
    examples: &[
        example("One less", r#"pop(split("a,b,c", ","))"#, r#"["a","b"]"#),
        example("Nothing to leave out", "pop([])", "[]"),
    ],
    ..Function::BASE
};

fn pop(call: &mut Call<'_>) -> Result<Value, Failure> {
    let (mut array,) = call.unpack::<(Array,)>();
    if let Some(last) = array.len().checked_sub(1) {
        array.remove(last);
    }
    Ok(array.into())
}
