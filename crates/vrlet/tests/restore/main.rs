//! `Event::restore`: whatever stops a run, the event is afterwards what it was before, to the letter,
//! with its metadata and its secrets.

#![allow(clippy::unwrap_used, reason = "a test that can't go on has failed")]

#[path = "../../../compiler/tests/naive/generate.rs"]
mod generate;
mod known;
mod random;

use vrlet::{Event, Secrets, Text, Value};

/// All that a program can change of an event.
#[derive(PartialEq, Debug)]
struct Whole {
    /// As text too: objects are equal whatever the order of their fields.
    json: String,
    value: Value,
    metadata: String,
    secrets: Secrets,
}

impl Whole {
    fn of(event: &Event) -> Self {
        Self {
            json: event.to_json(),
            value: event.value().clone(),
            metadata: event.metadata().to_string(),
            secrets: event.secrets().clone(),
        }
    }
}

/// An event of a text, as a host may have it: read, made of a value, a line, with more or less beside it.
fn events(json: &str) -> Vec<Event> {
    let read = || Event::from_json(json).unwrap();
    let line = || Event::from_line(Text::from("a line of plain text, too long for being inline"));
    let metadata = || Event::from_json(r#"{"a":[1],"b":{"c":"kept"}}"#).unwrap().into_value();
    let mut events = vec![
        read(),
        read().with_metadata(metadata()),
        Event::from(read().into_value()),
        Event::from(read().into_value()).with_metadata(metadata()),
        line(),
        line().with_metadata(metadata()),
    ];
    for mut event in events.clone() {
        event.secrets_mut().insert("token", "abc");
        events.push(event);
    }
    events
}
