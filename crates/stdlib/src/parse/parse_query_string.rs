//! `parse_query_string`: parses the query parameters of a URL.

use vrlet_function::prelude::*;
use vrlet_value::kind::Collection;

use super::query_string;
use super::shape_cache::ShapeCache;

const VALUE: Arg<Text> = Arg::required("value", "The query.");

pub const FUNCTION: Function = Function::new(Contract {
    name: "parse_query_string",
    category: Category::Parse,
    about: "The parameters of a query such as `?a=1&b=2`, decoded; the `?` may be missing. A \
            parameter that comes more than once gets an array of its values; one without \
            a value is an empty string.",
    params: &[VALUE.param()],
    returns: |_| {
        let value = Kind::bytes().or(Kind::any_array());
        TypeDef::new(Kind::object(Collection::of(value)))
    },
    failures: &[],
    body: Body::Prepared(|_| {
        Ok(stateful(|shapes: &mut ShapeCache, call| {
            Ok(query_string::read(call.take(VALUE), shapes).into())
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
});
