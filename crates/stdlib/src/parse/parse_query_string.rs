//! `parse_query_string`: the parameters behind the `?` of a URL.

use vrlet_function::prelude::*;
use vrlet_value::kind::Collection;

use super::query_string;
use super::rows::Rows;

/// The contract.
pub const FUNCTION: Function = Function {
    name: "parse_query_string",
    category: Category::Parse,
    about: "The parameters of a query such as `?a=1&b=2`, decoded; the `?` may be missing. A \
            parameter that comes more than once gets an array of its values; one without \
            a value is an empty string.",
    params: &[required("value", STRING, "The query.")],
    returns: |_| {
        let value = Kind::bytes().or(Kind::any_array());
        TypeDef::new(Kind::object(Collection::of(value)))
    },
    body: Body::Prepared(|_| {
        let mut rows = Rows::default();
        Ok(Box::new(move |call: &mut Call<'_>| {
            Ok(query_string::read(call.take(0), &mut rows).into())
        }))
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
