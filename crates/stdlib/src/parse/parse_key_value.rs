//! `parse_key_value`: parses fields such as `level=info took=12ms`.

use vrlet_function::prelude::*;
use vrlet_value::kind::Collection;

use super::key_value::{Notation, Separator};
use super::shape_cache::ShapeCache;

const VALUE: Arg<Text> = Arg::required("value", "The text.");
const KEY_VALUE_DELIMITER: Arg<Text> =
    Arg::optional("key_value_delimiter", "What stands between a key and its value.")
        .default(Literal::Text("="))
        .after(VALUE);
const FIELD_DELIMITER: Arg<Text> = Arg::optional("field_delimiter", "What stands between fields.")
    .default(Literal::Text(" "))
    .after(KEY_VALUE_DELIMITER);
const WHITESPACE: Arg<Text> = Arg::optional(
    "whitespace",
    "Whether spaces around `key_value_delimiter` are passed over (`lenient`), or a value starts \
     right after it (`strict`).",
)
.one_of(&["lenient", "strict"])
.default(Literal::Text("lenient"))
.constant()
.after(FIELD_DELIMITER);
const ACCEPT_STANDALONE_KEY: Arg<bool> = Arg::optional(
    "accept_standalone_key",
    "Whether a key may stand without a value; it is `true` then.",
)
.default(Literal::Boolean(true))
.after(WHITESPACE);

pub const FUNCTION: Function = Function::new(Contract {
    name: "parse_key_value",
    category: Category::Parse,
    about: "The fields of a text such as `level=info took=12ms`. A key or value that contains a \
            separator stands in double or single quotes, where `\\\"`, `\\\\` and `\\n` \
            are escapes. A key that comes more than once gets an array of its values.",
    params: &[
        VALUE.param(),
        KEY_VALUE_DELIMITER.param(),
        FIELD_DELIMITER.param(),
        WHITESPACE.param(),
        ACCEPT_STANDALONE_KEY.param(),
    ],
    returns: |_| TypeDef::new(Kind::object(Collection::of(field_kind()))).fallible(),
    failures: &[
        "The text does not start with a field.",
        "A delimiter is empty.",
        "Something in the text is no field, such as a key without a value where that is not \
         accepted.",
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
});

/// What a field of such a text can be.
pub(super) fn field_kind() -> Kind {
    Kind::bytes().or_boolean().or(Kind::array_of(Kind::bytes()))
}

fn prepare(context: &CallContext<'_>) -> Result<Box<dyn Factory>, ArgumentError> {
    let strict = context.choice(WHITESPACE) == Some("strict");
    let separator = |parameter| context.constant(parameter).unwrap_or_default();
    let notation = Notation {
        equals: Separator::new(separator(KEY_VALUE_DELIMITER)),
        between: Separator::new(separator(FIELD_DELIMITER)),
        strict,
        standalone: true,
        empty_before_pair: false,
    };
    Ok(Box::new(per_machine(move |_| {
        let (mut notation, mut shapes) = (notation.clone(), ShapeCache::default());
        move |call: &mut Call<'_>| {
            notation.equals.update(call.take(KEY_VALUE_DELIMITER));
            notation.between.update(call.take(FIELD_DELIMITER));
            notation.standalone = call.take(ACCEPT_STANDALONE_KEY);
            notation.read(call.take(VALUE), &mut shapes)
        }
    })))
}
