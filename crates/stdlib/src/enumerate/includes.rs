//! `includes`: whether an array has an element.

use vrlet_function::prelude::*;

/// The contract.
pub const FUNCTION: Function = Function {
    name: "includes",
    category: Category::Enumerate,
    about: "Whether an element of the array equals `item`. An integer and a float are never equal here.",
    params: &[
        required("value", ARRAY, "The array."),
        required("item", ANY, "The element to look for."),
    ],
    returns: |_| TypeDef::boolean(),
    body: Body::Plain(|call| {
        let (array, item) = call.unpack::<(Array, Value)>();
        Ok(Value::Boolean(array.contains(&item)))
    }),
    examples: &[
        example("It has", r#"includes(["apple", "pear"], "pear")"#, "true"),
        example("It has not", "includes([1, 2, 3], 2.0)", "false"),
    ],
    ..Function::BASE
};
