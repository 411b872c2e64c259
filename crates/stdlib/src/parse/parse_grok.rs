//! `parse_grok`: take a text apart with named patterns.

use vrlet_function::prelude::*;

use super::grok::{Flags, Matcher, Patterns};
use super::rows::Rows;
use crate::text::to_utf8;

/// The contract.
pub const FUNCTION: Function = Function {
    name: "parse_grok",
    category: Category::Parse,
    about: "Parses a text with a \
            [grok](https://www.elastic.co/guide/en/logstash/current/plugins-filters-grok.html) \
            pattern: a regular expression in which `%{NAME:field}` stands for a pattern \
            of Logstash, and what it matches becomes a field. All fields are strings; \
            one that took no part is left out.",
    params: &[
        required("value", STRING, "The text."),
        required("pattern", STRING, "The pattern.").constant(),
    ],
    returns: |_| TypeDef::new(Kind::any_object()).fallible(),
    failures: &["The text does not match, or only after very many attempts."],
    body: Body::Prepared(prepare),
    examples: &[
        example(
            "A line of a log",
            r#"parse_grok!("2020-10-02T23:22:12Z info hello", "%{TIMESTAMP_ISO8601:time} %{LOGLEVEL:level} %{GREEDYDATA:message}")"#,
            r#"{"time":"2020-10-02T23:22:12Z","level":"info","message":"hello"}"#,
        ),
        example(
            "With an expression of its own",
            r#"parse_grok!("GET /a 200", "%{WORD:method} (?<path>/\\S*) %{NUMBER:status}")"#,
            r#"{"method":"GET","path":"/a","status":"200"}"#,
        ),
        fails("No match", r#"parse_grok!("abc", "%{INT:number}")"#, "does not match"),
    ],
    ..Function::BASE
};

fn prepare(site: &Site<'_>) -> Result<Box<dyn Prepared>, Refusal> {
    let pattern = match site.constant("pattern") {
        Some(Value::Bytes(pattern)) => pattern,
        _ => Text::new(),
    };
    let matcher = Patterns::logstash().expand(&pattern.to_str());
    let mut matcher = matcher
        .and_then(|expanded| Matcher::<Key>::new(&expanded, Flags::Lines))
        .map_err(|message| Refusal::grok("pattern", message))?;
    let mut rows = Rows::default();
    Ok(Box::new(move |call: &mut Call<'_>| {
        let text = to_utf8(call.take(0));
        let mut row = rows.start();
        let add = |key: &mut Key, range| {
            row.add(key, Value::Bytes(text.slice(range)), |before, value| *before = value);
        };
        if !matcher.read(text.as_str().unwrap_or_default(), add) {
            return Err(Failure::fixed("the text does not match the pattern"));
        }
        Ok(Value::Object(row.finish()))
    }))
}
