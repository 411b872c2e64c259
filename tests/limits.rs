//! No text and no event brings the engine down: programs and events nested without end, loops and
//! values that grow without end are errors, on a small stack.

use std::thread::{Builder, JoinHandle};

use vrlet::{Engine, Event, Limits, Outcome, RunError};

const DEEP: usize = 100_000;

/// Runs on a thread with the stack that threads usually have.
fn on_small_stack<T: Send + 'static>(test: impl FnOnce() -> T + Send + 'static) -> JoinHandle<T> {
    Builder::new().stack_size(2 << 20).spawn(test).unwrap()
}

fn small<T: Send + 'static>(test: impl FnOnce() -> T + Send + 'static) -> T {
    on_small_stack(test).join().unwrap()
}

fn nested(open: &str, inner: &str, close: &str) -> String {
    open.repeat(DEEP) + inner + &close.repeat(DEEP)
}

/// Programs nested a hundred thousand deep, by what nests.
fn deep_programs() -> Vec<(&'static str, String)> {
    vec![
        ("groups", nested("(", "1", ")")),
        ("arrays", nested("[", "1", "]")),
        ("objects", nested(r#"{"a":"#, "1", "}")),
        ("blocks", nested("{ ", "1", " }")),
        ("not", nested("!", "true", "")),
        ("if", nested("if true { ", "1", " }")),
        ("else if", nested("if false { 1 } else ", "if true { 2 }", "")),
        ("calls", nested("upcase(", r#""a""#, ")")),
        ("closures", nested("for_each([1]) -> |_i, _v| { ", "1", " }")),
        ("sums", nested("1 + ", "1", "")),
        ("mixed operators", nested("1 * 2 + ", "1", "")),
        ("or", nested("false || ", "true", "")),
        ("coalescing", nested(r#"to_int("x") ?? "#, "1", "")),
        ("assignments", nested("a = ", "1", "")),
        ("predicates", nested("if (", "true", ") { 1 }")),
        ("returns", nested("return ", "1", "")),
        ("paths", nested(".a", "", "")),
        ("indexed paths", ".a".to_owned() + &"[0]".repeat(DEEP)),
        ("path assignments", nested(".a", " = 1", "")),
        ("open groups", "(".repeat(DEEP)),
        ("open arrays", "[".repeat(DEEP)),
        ("open objects", r#"{"a":"#.repeat(DEEP)),
        ("closed brackets", ")]}".repeat(DEEP)),
    ]
}

#[test]
fn deep_programs_are_errors_or_run() {
    let attempts = deep_programs().into_iter().map(|(what, source)| {
        let attempt = move || {
            let engine = Engine::builder().build();
            if let Ok(program) = engine.compile(&source) {
                let mut event = Event::from_json("{}").unwrap();
                let _ = program.vm().run(&mut event);
            }
        };
        (what, on_small_stack(attempt))
    });
    for (what, attempt) in attempts.collect::<Vec<_>>() {
        attempt.join().unwrap_or_else(|_| panic!("{what}"));
    }
}

#[test]
fn deep_events_are_errors_or_run() {
    for text in [
        nested("[", "1", "]"),
        nested(r#"{"a":"#, "1", "}"),
        "[".repeat(DEEP),
        r#"{"a":"#.repeat(DEEP),
    ] {
        small(move || {
            let Ok(mut event) = Event::from_json(text) else { return };
            let engine = Engine::builder().build();
            let program = engine.compile(r". = [.]; encode_json(.)").unwrap();
            let _ = program.vm().run(&mut event);
        });
    }
}

/// Runs a program that must meet a limit or fail.
fn refused(source: &'static str, limits: Limits) -> RunError {
    small(move || {
        let engine = Engine::builder().limits(limits).build();
        let program = engine.compile(source).unwrap_or_else(|error| panic!("{error}"));
        let mut event = Event::from_json("{}").unwrap();
        match program.vm().run(&mut event) {
            Err(error) => error,
            Ok(outcome) => panic!("{source} ended: {outcome:?}"),
        }
    })
}

/// A loop that runs a hundred million times, made of eight of ten.
fn looping(body: &str) -> &'static str {
    let open = "for_each([0,1,2,3,4,5,6,7,8,9]) -> |_i, _v| { ".repeat(8);
    let source =
        format!("x = \"ab\"\ny = []\nz = {{}}\n{open}{body}{}\nlength(string!(x))", " }".repeat(8));
    source.leak()
}

#[test]
fn values_that_grow_deep_meet_the_limit() {
    for body in [
        "x = [x]",
        r#"x = {"a": x}"#,
        "y = [y]",
        ".a = .",
        "z.a = z",
        "y = push(y, y)",
        "x = [[x], [x]]",
    ] {
        let error = refused(looping(body), Limits::default());
        assert!(error.stopped, "{body}: {error}");
    }
}

#[test]
fn steps_are_counted_in_closures_too() {
    let limits = Limits { steps: 10_000, ..Limits::default() };
    for body in ["x = \"cd\"", ".a = 1", "1 + 1"] {
        let error = refused(looping(body), limits);
        assert!(error.stopped && error.message.contains("10000"), "{body}: {error}");
    }
}

#[test]
fn texts_and_arrays_that_grow_without_end_are_errors() {
    for source in [
        r#""aa" * 9223372036854775807"#,
        r#"x = "ab" * 1000000000; length(x * 1000000000)"#,
        looping("x = x + x"),
        looping("y = append(y, [1, y, y])"),
    ] {
        let error = refused(source, Limits::default());
        println!("{error}");
    }
}

#[test]
fn huge_indices_are_errors() {
    for source in [
        ".a[9223372036854775807] = 1",
        ".a[-9223372036854775808] = 1",
        ".a[4000000000] = 1",
        "x = []; x[4000000000] = 1",
        ".a[4294967296].b[4294967296] = 1",
    ] {
        small(move || {
            let Ok(program) = Engine::builder().build().compile(source) else { return };
            let mut event = Event::from_json("{}").unwrap();
            let outcome = program.vm().run(&mut event);
            assert!(outcome.is_err(), "{source}: {outcome:?}");
        });
    }
}

#[test]
fn a_stopped_run_is_not_caught() {
    let limits = Limits { steps: 1_000, ..Limits::default() };
    let source = "x, err = { for_each([0,1,2,3,4,5,6,7,8,9]) -> |_i, _v| {\n\
                  for_each([0,1,2,3,4,5,6,7,8,9]) -> |_i, _v| { for_each([0,1,2,3,4,5,6,7,8,9]) -> |_i, _v| { .a = 1 } } }\n\
                  to_int(\"x\") }\nx";
    assert!(refused(source, limits).stopped);
}

#[test]
fn long_programs_compile() {
    let source: String =
        (0..10_000).map(|number| format!(".field_{number} = {number} + 1\n")).collect();
    let program = Engine::builder().build().compile(&source).unwrap();
    let mut event = Event::from_json("{}").unwrap();
    assert_eq!(program.vm().run(&mut event).unwrap(), Outcome::Value(10_000.into()));
}
