//! Programs that stop in ways of which each was once forgotten.

use vrlet::value::json::{JsonReader, ReadMode};
use vrlet::{Engine, Event, Limits, Outcome, Text, Value};

use super::{Whole, events};

/// Runs a program that must not end well, and takes it back.
#[track_caller]
fn is_taken_back(engine: &Engine, source: &str, event: &mut Event) {
    let before = Whole::of(event);
    let ended = engine.compile(source).unwrap().vm().run(event);
    assert!(!matches!(ended, Ok(Outcome::Value(_))), "{source} stops: {ended:?}");
    event.restore();
    assert_eq!(Whole::of(event), before, "{source}");
}

#[test]
fn failures_of_assignments() {
    let engine = Engine::builder().build();
    for mut event in events(r#"{"a":{"b":1},"list":[]}"#) {
        is_taken_back(&engine, "%z = 1; .a = 2; .far[100001] = 3", &mut event);
    }
}

#[test]
fn limits() {
    let deep = Engine::builder().limits(Limits { depth: 3, ..Limits::default() }).build();
    let short = Engine::builder().limits(Limits { steps: 2, ..Limits::default() }).build();
    for mut event in events(r#"{"a":1}"#) {
        is_taken_back(&deep, ".x = 1; %y = 2; .b = [[[[1]]]]", &mut event);
        let source =
            "set_secret(\"s\", \"t\")\nfor_each([1, 2, 3, 4]) -> |i, v| { .last = v; %i = i }";
        is_taken_back(&short, source, &mut event);
    }
}

#[test]
fn aborts() {
    let engine = Engine::builder().build();
    for mut event in events(r#"{"a":1}"#) {
        is_taken_back(&engine, "remove_secret(\"token\"); . = {}; % = {}; abort", &mut event);
    }
}

#[test]
fn programs_that_ran_before_stay_done() {
    let engine = Engine::builder().build();
    for mut event in events(r#"{"a":1}"#) {
        engine.compile(".first = true; %first = true").unwrap().vm().run(&mut event).unwrap();
        is_taken_back(&engine, ".second = true; %second = true; .far[100001] = 3", &mut event);
        assert!(event.to_json().contains("first"));
    }
}

#[test]
fn what_was_restored_can_run_again() {
    let engine = Engine::builder().build();
    for mut event in events(r#"{"a":1}"#) {
        for _ in 0..3 {
            is_taken_back(&engine, "% = 1; .x = 1; abort", &mut event);
        }
        event.restore();
        event.restore();
        is_taken_back(&engine, "% = 1; .x = 1; abort", &mut event);
    }
}

#[test]
fn an_event_that_never_ran_stays_as_it_is() {
    for mut event in events(r#"{"a":1}"#) {
        let before = Whole::of(&event);
        event.restore();
        assert_eq!(Whole::of(&event), before);
    }
}

#[test]
fn what_the_host_changes_before_a_run_stays() {
    let engine = Engine::builder().build();
    let program = engine.compile(".x = 1; %x = 1; abort").unwrap();
    for mut event in events(r#"{"a":1}"#) {
        *event.value_mut() = Value::from(vec![Value::Integer(7)]);
        *event.metadata_mut() = Value::Integer(8);
        event.restore();
        let before = Whole::of(&event);
        assert_eq!((before.json.as_str(), before.metadata.as_str()), ("[7]", "8"));
        is_taken_back(&engine, ". = 1; % = 2; abort", &mut event);
        program.vm().run(&mut event).unwrap();
        *event.value_mut() = Value::Null;
        *event.metadata_mut() = Value::Null;
        event.restore();
        assert_eq!(Whole::of(&event), before, "what is changed after a run goes with it");
    }
}

#[test]
fn the_text_is_there_as_long_as_it_is_what_restore_would_read() {
    let engine = Engine::builder().build();
    let ok = engine.compile(".x = 1").unwrap();
    let text = |event: &Event| event.original_json().map(|text| text.to_str().into_owned());
    let mut event = Event::from_json(r#"{ "a" : 1 }"#).unwrap();
    assert_eq!(text(&event).unwrap(), r#"{ "a" : 1 }"#);
    ok.vm().run(&mut event).unwrap();
    assert_eq!(text(&event).unwrap(), r#"{ "a" : 1 }"#);
    ok.vm().run(&mut event).unwrap();
    assert_eq!(text(&event), None, "the last run began with a changed event");
    let mut event = Event::from_json("1").unwrap();
    event.value_mut();
    assert_eq!(text(&event), None, "the host may have changed it");
    assert_eq!(text(&Event::from_line(Text::from("line"))), None);
    assert_eq!(text(&Event::from(Value::Null)), None);
}

#[test]
fn numbers_are_read_again_as_they_were_read() {
    let engine = Engine::builder().build();
    let mut reader = JsonReader::new(ReadMode::Strict);
    let source = Text::from(r#"{"n":123456789012345678901234567891}"#);
    let mut event = Event::read_json(&mut reader, &source, 0..source.len()).unwrap();
    is_taken_back(&engine, ".n = 1; abort", &mut event);
}
