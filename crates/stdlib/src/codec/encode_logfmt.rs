//! `encode_logfmt`: an object as a line of logfmt.

use vrlet_function::prelude::*;

use super::key_value_line::Notation;

/// The contract.
pub const FUNCTION: Function = Function {
    name: "encode_logfmt",
    category: Category::Codec,
    about: "The fields of an object as a line of [logfmt](https://brandur.org/logfmt), sorted by \
            key. Fields of objects and elements of arrays are named by their path; \
            `true` is written as the key alone, `false` is left out.",
    params: &[
        required("value", OBJECT, "The object."),
        optional("fields_ordering", ARRAY, "Keys that come first, in this order.").elements(STRING),
    ],
    returns: |_| TypeDef::string(),
    failures: &["`fields_ordering` has an element that is not a string."],
    body: Body::Plain(encode_logfmt),
    examples: &[
        example(
            "A line",
            r#"encode_logfmt({"at": "info", "path": "/a b", "cached": true})"#,
            r#""at=info cached path=\"/a b\"""#,
        ),
        example(
            "In an order",
            r#"encode_logfmt({"a": 1, "b": {"c": 2}}, fields_ordering: ["b.c"])"#,
            r#""b.c=2 a=1""#,
        ),
    ],
    ..Function::BASE
};

fn encode_logfmt(call: &mut Call<'_>) -> Result<Value, Failure> {
    let (object, first) = call.unpack::<(Object, Option<Array>)>();
    let notation = Notation {
        equals: Text::from_static("="),
        between: Text::from_static(" "),
        flatten_boolean: true,
    };
    notation.write(&object, &first.unwrap_or_default())
}
