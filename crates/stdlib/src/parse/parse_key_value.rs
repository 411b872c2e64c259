//! `parse_key_value`: the fields of a text such as `level=info took=12ms`.

use vrlet_function::prelude::*;
use vrlet_value::kind::Collection;

use super::key_value::{Notation, Separator};
use super::rows::Rows;

/// The contract.
pub const FUNCTION: Function = Function {
    name: "parse_key_value",
    category: Category::Parse,
    about: "The fields of a text such as `level=info took=12ms`. A key or value that contains a \
            separator stands in double or single quotes, where `\\\"`, `\\\\` and `\\n` \
            are escapes. A key that comes more than once gets an array of its values.",
    params: &[
        required("value", STRING, "The text."),
        optional("key_value_delimiter", STRING, "What stands between a key and its value.")
            .default(Literal::Text("=")),
        optional("field_delimiter", STRING, "What stands between fields.")
            .default(Literal::Text(" ")),
        optional(
            "whitespace",
            STRING,
            "Whether spaces around `key_value_delimiter` are passed over (`lenient`), or a value starts right behind it \
             (`strict`).",
        )
        .one_of(&["lenient", "strict"])
        .default(Literal::Text("lenient"))
        .constant(),
        optional(
            "accept_standalone_key",
            BOOLEAN,
            "Whether a key may stand without a value; it is `true` then.",
        )
        .default(Literal::Boolean(true)),
    ],
    returns: |_| TypeDef::new(Kind::object(Collection::of(field_kind()))).fallible(),
    failures: &[
        "The text does not start with a field.",
        "A delimiter is empty.",
        "Something in the text is no field, such as a key without a value where that is not accepted.",
    ],
    body: Body::Prepared(prepare),
    examples: &[
        example(
            "Quotes and a key without a value",
            r#"parse_key_value!(s'level=info msg="user logged in" cached')"#,
            r#"{"level":"info","msg":"user logged in","cached":true}"#,
        ),
        example(
            "Other separators",
            r#"parse_key_value!("path:/a/b; status: 200", key_value_delimiter: ":", field_delimiter: ";")"#,
            r#"{"path":"/a/b","status":"200"}"#,
        ),
        example(
            "A key more than once",
            r#"parse_key_value!("tag=a tag=b id=7")"#,
            r#"{"tag":["a","b"],"id":"7"}"#,
        ),
        fails("No field", r#"parse_key_value!("")"#, "does not start with a field"),
    ],
    ..Function::BASE
};

/// What a field of such a text can be.
pub(super) fn field_kind() -> Kind {
    Kind::bytes().or_boolean().or(Kind::array_of(Kind::bytes()))
}

fn prepare(site: &Site<'_>) -> Result<Box<dyn Prepared>, Refusal> {
    let strict =
        site.constant("whitespace").is_some_and(|mode| mode == Value::from_static("strict"));
    let separator = |param| match site.constant(param) {
        Some(Value::Bytes(text)) => text,
        _ => Text::new(),
    };
    let mut notation = Notation {
        equals: Separator::new(separator("key_value_delimiter")),
        between: Separator::new(separator("field_delimiter")),
        strict,
        standalone: true,
    };
    let mut rows = Rows::default();
    Ok(Box::new(move |call: &mut Call<'_>| {
        let (line, equals, between) = call.unpack::<(Text, Text, Text)>();
        notation.equals.update(equals);
        notation.between.update(between);
        notation.standalone = call.take(4);
        notation.read(line, &mut rows)
    }))
}
