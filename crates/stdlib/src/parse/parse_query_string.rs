//! `parse_query_string`: the parameters behind the `?` of a URL.

use std::borrow::Cow;

use vrlet_function::prelude::*;
use vrlet_value::kind::Collection;

use super::rows::Rows;
use crate::text::to_utf8;

/// The contract.
pub const FUNCTION: Function = Function {
    name: "parse_query_string",
    category: Category::Parse,
    about: "The parameters of a query such as `?a=1&b=2`, decoded; the `?` may be missing. A parameter that comes more \
            than once gets an array of its values, one without a value an empty string.",
    params: &[required("value", STRING, "The query.")],
    returns: |_| {
        let value = Kind::bytes().or(Kind::any_array());
        TypeDef::new(Kind::object(Collection::of(value)))
    },
    body: Body::Prepared(|_| {
        let mut rows = Rows::default();
        Ok(Box::new(move |call: &mut Call<'_>| Ok(parse_query_string(call, &mut rows))))
    }),
    examples: &[
        example(
            "Parameters",
            r#"parse_query_string("?user=jane%20doe&tag=a&tag=b&debug")"#,
            r#"{"user":"jane doe","tag":["a","b"],"debug":""}"#,
        ),
        example("None", r#"parse_query_string("")"#, "{}"),
    ],
    ..Function::BASE
};

fn parse_query_string(call: &mut Call<'_>, rows: &mut Rows) -> Value {
    let query = to_utf8(call.take(0));
    let source = query.as_str().unwrap_or_default();
    let mut row = rows.start();
    for (name, value) in
        form_urlencoded::parse(source.strip_prefix('?').unwrap_or(source).as_bytes())
    {
        let value = match value {
            Cow::Borrowed(value) => query.share(value),
            Cow::Owned(value) => Text::from(value),
        };
        row.add(&name, Value::Bytes(value), also);
    }
    Value::Object(row.finish())
}

fn also(before: &mut Value, value: Value) {
    *before = match std::mem::take(before) {
        Value::Array(mut values) => {
            values.push(value);
            values.into()
        }
        before => vec![before, value].into(),
    };
}
