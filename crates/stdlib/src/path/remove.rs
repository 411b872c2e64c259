//! `remove`: remove at a path that is known only when the program runs.

use vrlet_function::prelude::*;

/// The contract.
pub const FUNCTION: Function = Function {
    name: "remove",
    category: Category::Path,
    about: "The value without what stands at a path that is computed.",
    params: &[
        required("value", OBJECT.or(ARRAY), "The value to change.").unguarded(),
        required("path", ARRAY, "The steps: names of fields, indices of elements."),
        optional(
            "compact",
            BOOLEAN,
            "Whether objects and arrays that the removal leaves empty go too.",
        )
        .default(Literal::Boolean(false)),
    ],
    returns: super::same_collection,
    failures: &["A step is neither a string nor an integer."],
    body: Body::Plain(|call| {
        let (mut value, path, compact) = call.unpack::<(Value, Array, bool)>();
        value.remove(&super::path(&path)?, compact);
        Ok(value)
    }),
    examples: &[
        example("A field", r#"remove!({"a": {"b": 1}, "c": 2}, ["a", "b"])"#, r#"{"a":{},"c":2}"#),
        example(
            "Leave nothing empty",
            r#"remove!({"a": {"b": 1}, "c": 2}, ["a", "b"], compact: true)"#,
            r#"{"c":2}"#,
        ),
    ],
    ..Function::BASE
};
