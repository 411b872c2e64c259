//! `parse_grok`: parses text by a grok pattern.

use vrlet_function::prelude::*;

use super::grok::{Flags, Matcher, Patterns};
use super::shape_cache::ShapeCache;
use crate::text::to_utf8;

const VALUE: Arg<Text> = Arg::required("value", "The text.");
const PATTERN: Arg<Text> = Arg::required("pattern", "The pattern.").constant().after(VALUE);

pub const FUNCTION: Function = Function::new(Contract {
    name: "parse_grok",
    category: Category::Parse,
    about: "Parses a text with a \
            [grok](https://www.elastic.co/guide/en/logstash/current/plugins-filters-grok.html) \
            pattern: a regular expression in which `%{NAME:field}` stands for a pattern \
            of Logstash, and what it matches becomes a field. All fields are strings; \
            one that took no part is left out.",
    params: &[VALUE.param(), PATTERN.param()],
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
});

fn prepare(context: &CallContext<'_>) -> Result<Box<dyn Factory>, ArgumentError> {
    let pattern = context.constant(PATTERN).unwrap_or_default();
    let matcher = Patterns::logstash().expand(&pattern.to_str());
    let matcher = matcher
        .and_then(|expanded| Matcher::<Key>::new(&expanded, Flags::Lines))
        .map_err(|message| ArgumentError::grok(PATTERN, message))?;
    Ok(Box::new(per_machine(move |_| {
        let (mut matcher, mut shapes) = (matcher.clone(), ShapeCache::default());
        move |call: &mut Call<'_>| parse_grok(&mut matcher, &mut shapes, call.take(VALUE))
    })))
}

fn parse_grok(
    matcher: &mut Matcher<Key>,
    shapes: &mut ShapeCache,
    text: Text,
) -> Result<Value, Failure> {
    let text = to_utf8(text);
    let mut object = shapes.start();
    let add = |key: &mut Key, range| {
        object.add(key, Value::Bytes(text.slice(range)), |before, value| *before = value);
    };
    if !matcher.read(text.as_str().unwrap_or_default(), add) {
        return Err(Failure::fixed("the text does not match the pattern"));
    }
    Ok(Value::Object(object.finish()))
}
