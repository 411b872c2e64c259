//! `parse_grok`: parses text by a grok pattern.

use vrlet_function::prelude::*;

use super::grok::{Field, Flags, Matcher, Patterns, ends_of_parts};
use super::pattern_mismatch::reach;
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
            of Logstash, and what it matches becomes a field: a string, or a number where the \
            kind is given, `%{NAME:field:int}` or `%{NAME:field:float}`. A field that took no \
            part is left out.",
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
        example(
            "Numbers",
            r#"parse_grok!("200 1.5", "%{INT:status:int} %{NUMBER:seconds:float}")"#,
            r#"{"status":200,"seconds":1.5}"#,
        ),
        fails("No match", r#"parse_grok!("abc", "%{INT:number}")"#, "does not match"),
    ],
});

/// A field of a pattern, and what its text becomes.
#[derive(Clone)]
struct GrokField {
    key: Key,
    number: Option<Number>,
}

/// The kinds that Logstash knows: anything else leaves the text as it is.
#[derive(Clone, Copy)]
enum Number {
    Integer,
    Float,
}

impl From<Key> for GrokField {
    fn from(key: Key) -> Self {
        Self { key, number: None }
    }
}

impl Field for GrokField {
    fn name(&self) -> Option<&Key> {
        Some(&self.key)
    }

    fn of_kind(self, kind: &str) -> Self {
        let number = match kind {
            "int" => Some(Number::Integer),
            "float" => Some(Number::Float),
            _ => None,
        };
        Self { number, ..self }
    }
}

impl GrokField {
    /// The value of a part of the text; one that is no such number stays text.
    fn value(&self, part: Text) -> Value {
        let read = |digits: &str| match self.number? {
            Number::Integer => Some(Value::Integer(digits.parse().ok()?)),
            Number::Float => {
                Value::float(digits.parse::<f64>().ok().filter(|number| number.is_finite())?)
            }
        };
        part.as_str().and_then(read).unwrap_or(Value::Bytes(part))
    }
}

fn prepare(context: &CallContext<'_>) -> Result<Box<dyn Factory>, ArgumentError> {
    let pattern = context.constant(PATTERN).unwrap_or_default();
    let matcher = compiled(&pattern.to_str()).map_err(|why| ArgumentError::grok(PATTERN, why))?;
    Ok(Box::new(per_machine(move |_| {
        let (mut matcher, mut shapes) = (matcher.clone(), ShapeCache::default());
        let pattern = pattern.clone();
        move |call: &mut Call<'_>| parse_grok(&mut matcher, &pattern, &mut shapes, call.take(VALUE))
    })))
}

fn compiled(pattern: &str) -> Result<Matcher<GrokField>, String> {
    Matcher::new(&Patterns::logstash().expand(pattern)?, Flags::Lines)
}

fn parse_grok(
    matcher: &mut Matcher<GrokField>,
    pattern: &Text,
    shapes: &mut ShapeCache,
    text: Text,
) -> Result<Value, Failure> {
    let text = to_utf8(text);
    let mut object = shapes.start();
    let add = |field: &mut GrokField, range| {
        let value = field.value(text.slice(range));
        object.add(&field.key, value, |before, value| *before = value);
    };
    if !matcher.read(text.as_str().unwrap_or_default(), add) {
        let pattern = pattern.clone();
        return Err(Failure::deferred(move || {
            explain(&pattern.to_str(), text.as_str().unwrap_or_default())
        }));
    }
    Ok(Value::Object(object.finish()))
}

/// Why a text does not match.
fn explain(pattern: &str, text: &str) -> String {
    let find = |part: &str| compiled(part).ok()?.end(text);
    match reach(pattern, &ends_of_parts(pattern), find) {
        Some(reach) => format!("the text does not match the pattern: {}", reach.explain(text)),
        None => "the text does not match the pattern".to_owned(),
    }
}
