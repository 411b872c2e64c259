//! `encode_logfmt`: an object as a line of logfmt.

use vrlet_function::prelude::*;

use super::key_value_line::Notation;

const VALUE: Arg<Object> = Arg::required("value", "The object.");
const FIELDS_ORDERING: Arg<Option<Array>> =
    Arg::optional("fields_ordering", "Keys that come first, in this order.")
        .elements(STRING)
        .after(VALUE);

pub const FUNCTION: Function = Function::new(Contract {
    name: "encode_logfmt",
    category: Category::Codec,
    about: "The fields of an object as a line of [logfmt](https://brandur.org/logfmt), sorted by \
            key. Fields of objects and elements of arrays are named by their path; \
            `true` is written as the key alone, `false` is left out.",
    params: &[VALUE.param(), FIELDS_ORDERING.param()],
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
});

fn encode_logfmt(call: &mut Call<'_>) -> Result<Value, Failure> {
    let (object, first) = (call.take(VALUE), call.take(FIELDS_ORDERING));
    let notation = Notation {
        equals: Text::from_static("="),
        between: Text::from_static(" "),
        flatten_boolean: true,
    };
    notation.write(&object, &first.unwrap_or_default())
}
