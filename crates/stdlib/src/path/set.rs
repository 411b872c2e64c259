//! `set`: write at a path that is known only when the program runs.

use vrlet_function::prelude::*;

/// The contract.
pub const FUNCTION: Function = Function {
    name: "set",
    category: Category::Path,
    about: "The value with `data` at a path that is computed; objects and arrays that are missing on \
            the way are made.",
    params: &[
        required("value", OBJECT.or(ARRAY), "The value to change.").unguarded(),
        required("path", ARRAY, "The steps: names of fields, indices of elements."),
        required("data", ANY, "What to put there."),
    ],
    returns: super::same_collection,
    failures: &["A step is neither a string nor an integer.", "An index is too large."],
    body: Body::Plain(|call| {
        let (mut value, path, data) = call.unpack::<(Value, Array, Value)>();
        let path = super::path(&path)?;
        value.insert(&path, data).map_err(Failure::new)?;
        Ok(value)
    }),
    examples: &[
        example("A new field", r#"set!({"a": 1}, ["b", "c"], 2)"#, r#"{"a":1,"b":{"c":2}}"#),
        example("An element", "set!([1, 2], [0], 9)", "[9,2]"),
    ],
    ..Function::BASE
};
