//! `tally_value`: count how often a value stands in an array.

use vrlet_function::prelude::*;

/// The contract.
pub const FUNCTION: Function = Function {
    name: "tally_value",
    category: Category::Enumerate,
    about: "How many elements of the array equal `value`. An integer and a float are never equal \
            here.",
    params: &[
        required("array", ARRAY, "The array."),
        required("value", ANY, "The value to count."),
    ],
    returns: |_| TypeDef::integer(),
    body: Body::Plain(|call| {
        let (array, value) = call.unpack::<(Array, Value)>();
        Ok(super::count(array.iter().filter(|element| **element == value).count()))
    }),
    examples: &[
        example("Counted", r#"tally_value(["GET", "POST", "GET"], "GET")"#, "2"),
        example("Not there", "tally_value([1, 2], 3)", "0"),
    ],
    ..Function::BASE
};
