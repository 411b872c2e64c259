//! Test targets: calls of the examples, with one string argument replaced.

use std::collections::BTreeSet;

use vrlet::function::{Example, Function};
use vrlet::syntax::{TokenKind, tokens};
use vrlet::value::Key;
use vrlet::{Engine, Event, Object, Outcome, Program, Text, Value};

/// The field that the text stands in.
const FIELD: &str = "adversary";

/// A call with a text left open.
pub struct Target {
    /// The program, which takes the text from a field.
    pub program: Program,
    /// The rest of the event.
    event: Object,
    /// What the field is called.
    field: String,
    /// The text of the example.
    pub usual: String,
}

impl Target {
    /// The targets of a function.
    pub fn all(engine: &Engine, function: &Function) -> Vec<Self> {
        let mut seen = BTreeSet::new();
        let targets = function.examples.iter().flat_map(|example| {
            let mut targets = in_source(engine, function, example);
            targets.extend(in_event(engine, example));
            targets
        });
        targets
            .filter(|target| {
                seen.insert((target.program.source().to_owned(), target.usual.clone()))
            })
            .collect()
    }

    /// The event with a text in it.
    pub fn event(&self, text: &[u8]) -> Event {
        let mut event = self.event.clone();
        event.insert(Key::from(self.field.as_str()), Value::Bytes(Text::from_bytes(text)));
        Event::from(Value::from(event))
    }
}

/// The calls that get a string of the example's program from the event.
fn in_source(engine: &Engine, function: &Function, example: &Example) -> Vec<Target> {
    let Example { source, event, .. } = example;
    let strings = tokens(source)
        .into_iter()
        .filter(|(kind, _)| matches!(kind, TokenKind::String | TokenKind::Quoted));
    strings
        .filter_map(|(_, span)| {
            let literal = &source[span.range()];
            let usual = constant(engine, literal)?;
            let open = format!(
                "{}string!(.{FIELD}){}",
                &source[..span.range().start],
                &source[span.range().end..]
            );
            let program = compile(engine, function, &open)?;
            Some(Target { program, event: object(event), field: FIELD.to_owned(), usual })
        })
        .collect()
}

/// Compiles a program; a call in it that may fail now is told not to ask.
fn compile(engine: &Engine, function: &Function, source: &str) -> Option<Program> {
    engine.compile(source).ok().or_else(|| {
        let bang = source.replace(&format!("{}(", function.name), &format!("{}!(", function.name));
        engine.compile(&bang).ok()
    })
}

/// The example as it is, with a text of its event replaced.
fn in_event(engine: &Engine, example: &Example) -> Vec<Target> {
    let event = object(example.event);
    let texts: Vec<(String, String)> = event
        .iter()
        .filter_map(|(key, value)| Some((key.to_string(), value.as_text()?.to_str().into_owned())))
        .collect();
    texts
        .into_iter()
        .filter_map(|(field, usual)| {
            let program = engine.compile(example.source).ok()?;
            Some(Target { program, event: event.clone(), field, usual })
        })
        .collect()
}

fn object(json: &str) -> Object {
    match Event::from_json(json).map(Event::into_value) {
        Ok(Value::Object(object)) => object,
        _ => Object::new(),
    }
}

/// The text that a literal stands for.
fn constant(engine: &Engine, source: &str) -> Option<String> {
    let program = engine.compile(source).ok()?;
    match program.vm().run(&mut Event::from(Value::from(Object::new()))) {
        Ok(Outcome::Value(Value::Bytes(text))) => Some(text.to_str().into_owned()),
        _ => None,
    }
}
