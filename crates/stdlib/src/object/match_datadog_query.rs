//! `match_datadog_query`: whether an event matches a search of Datadog's log explorer.

use vrlet_function::prelude::*;

use super::datadog_query::Query;

const VALUE: Arg<Object> = Arg::required("value", "The log.");
const QUERY: Arg<Text> = Arg::required("query", "The query.").constant().after(VALUE);

pub const FUNCTION: Function = Function::new(Contract {
    name: "match_datadog_query",
    category: Category::Object,
    about: "Whether the object is a log that a query in [Datadog's search \
            syntax](https://docs.datadoghq.com/logs/explorer/search_syntax/) finds. Words are \
            looked for in `message`, `custom.error.message`, `custom.error.stack`, `custom.title` \
            and `_default_`; `@a.b:x` is an attribute, `host:x`, `service:x`, `source:x`, \
            `status:x`, `timestamp:x` and `trace_id:x` are fields of the log, any other `name:x` \
            is a tag in `tags`. Values can be phrases in double quotes, have `*` for any \
            characters, be compared (`>=5`) or lie in a range (`[1 TO 5]`, `{1 TO 5}` without its \
            bounds).",
    params: &[VALUE.param(), QUERY.param()],
    returns: |_| TypeDef::boolean(),
    failures: &[],
    body: Body::Prepared(|context| {
        let query = context.constant(QUERY).unwrap_or_default();
        let query =
            Query::read(&query.to_str()).map_err(|why| ArgumentError::constant(QUERY, why))?;
        Ok(Box::new(move |call: &mut Call<'_>| Ok(query.matches(&call.take(VALUE)).into())))
    }),
    examples: &[
        example(
            "Words",
            r#"match_datadog_query({"message": "the disk is full"}, "disk AND -memory")"#,
            "true",
        ),
        example(
            "An attribute and a field",
            r#"match_datadog_query({"service": "web-1", "http": {"status": 503}}, "service:web* @http.status:>=500")"#,
            "true",
        ),
        example(
            "A tag",
            r#"match_datadog_query({"tags": ["env:prod", "team:a"]}, "env:(prod OR test)")"#,
            "true",
        ),
        example(
            "A field that is missing",
            r#"match_datadog_query({"message": "x"}, "_missing_:host")"#,
            "true",
        ),
    ],
});
