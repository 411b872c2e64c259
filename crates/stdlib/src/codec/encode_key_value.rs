//! `encode_key_value`: an object as `key=value` fields.

use vrlet_function::prelude::*;

use super::key_value_line::Notation;
use crate::text::to_utf8;

const VALUE: Arg<Object> = Arg::required("value", "The object.");
const FIELDS_ORDERING: Arg<Option<Array>> =
    Arg::optional("fields_ordering", "Keys that come first, in this order.")
        .elements(STRING)
        .after(VALUE);
const KEY_VALUE_DELIMITER: Arg<Text> =
    Arg::optional("key_value_delimiter", "What stands between a key and its value.")
        .default(Literal::Text("="))
        .after(FIELDS_ORDERING);
const FIELD_DELIMITER: Arg<Text> = Arg::optional("field_delimiter", "What stands between fields.")
    .default(Literal::Text(" "))
    .after(KEY_VALUE_DELIMITER);
const FLATTEN_BOOLEAN: Arg<bool> = Arg::optional(
    "flatten_boolean",
    "Whether `true` is written as the key alone, and `false` not at all.",
)
.default(Literal::Boolean(false))
.after(FIELD_DELIMITER);

pub const FUNCTION: Function = Function::new(Contract {
    name: "encode_key_value",
    category: Category::Codec,
    about: "The fields of an object as `key=value`, sorted by key. Fields of objects and elements \
            of arrays are named by their path, such as `user.name` and `tags.0`. What contains \
            blanks, quotes or `=` is put in double quotes.",
    params: &[
        VALUE.param(),
        FIELDS_ORDERING.param(),
        KEY_VALUE_DELIMITER.param(),
        FIELD_DELIMITER.param(),
        FLATTEN_BOOLEAN.param(),
    ],
    returns: |_| TypeDef::string(),
    failures: &["`fields_ordering` has an element that is not a string."],
    body: Body::Plain(encode_key_value),
    examples: &[
        example(
            "Fields",
            r#"encode_key_value({"msg": "all is well", "level": "info", "user": {"id": 7}})"#,
            r#""level=info msg=\"all is well\" user.id=7""#,
        ),
        example(
            "In an order",
            r#"encode_key_value({"a": 1, "b": 2, "c": 3}, fields_ordering: ["c"])"#,
            r#""c=3 a=1 b=2""#,
        ),
        example(
            "Other separators",
            r#"encode_key_value({"a": true, "b": 2}, key_value_delimiter: ":", field_delimiter: ",", flatten_boolean: true)"#,
            r#""a,b:2""#,
        ),
    ],
});

fn encode_key_value(call: &mut Call<'_>) -> Result<Value, Failure> {
    let (object, first, equals, between, flatten_boolean) = (
        call.take(VALUE),
        call.take(FIELDS_ORDERING),
        call.take(KEY_VALUE_DELIMITER),
        call.take(FIELD_DELIMITER),
        call.take(FLATTEN_BOOLEAN),
    );
    let (equals, between) = (to_utf8(equals), to_utf8(between));
    Notation { equals, between, flatten_boolean }.write(&object, &first.unwrap_or_default())
}
