//! `get`: read at a path that is known only when the program runs.

use vrlet_function::prelude::*;

/// The contract.
pub const FUNCTION: Function = Function {
    name: "get",
    category: Category::Path,
    about: "The value at a path that is computed; null where there is nothing.",
    params: &[
        required("value", OBJECT.or(ARRAY), "The value to look into.").unguarded(),
        required("path", ARRAY, "The steps: names of fields, indices of elements."),
    ],
    returns: |_| TypeDef::any().fallible(),
    failures: &["A step is neither a string nor an integer."],
    body: Body::Plain(|call| {
        let (value, path) = call.unpack::<(Value, Array)>();
        let path = super::path(&path)?;
        Ok(value.get(&path).cloned().into())
    }),
    examples: &[
        example(
            "A computed name",
            "get!({\"tx\": {\"bytes\": 40}}, [\"tx\", downcase(\"BYTES\")])",
            "40",
        ),
        example("From the end", "get!([1, 2, 3], [-1])", "3"),
        fails("A step that is none", "get!([1], [0.5])", "a step of a path"),
    ],
    ..Function::BASE
};
