//! What a host gives to programs and what it keeps from them.

use std::path::Path;
use std::thread;
use std::time::Duration;

use vrlet::function::{Failure, Files, NoRandom, Random, SeededRandom};
use vrlet::{
    Engine, Event, FilesBelow, Interrupt, Limits, RunError, SystemEnvironment, SystemFiles,
    SystemRandom, Text,
};

fn message(failure: Failure) -> String {
    match failure {
        Failure::Error(message) | Failure::Stopped(message) => message.to_string(),
        other => panic!("{other:?}"),
    }
}

fn drawn(random: &impl Random) -> [u8; 32] {
    let mut bytes = [0; 32];
    random.generator().fill(&mut bytes).expect("randomness");
    bytes
}

#[test]
fn a_seed_repeats_itself_and_the_system_does_not() {
    assert_eq!(drawn(&SeededRandom::new(7)), drawn(&SeededRandom::new(7)));
    assert_ne!(drawn(&SeededRandom::new(7)), drawn(&SeededRandom::new(8)));
    assert_ne!(drawn(&SystemRandom), drawn(&SystemRandom));
}

#[test]
fn a_seed_gives_what_it_gave_in_earlier_versions() {
    // The first numbers that the authors of SplitMix64 publish for the seed 1234567.
    let numbers = [6_457_827_717_110_365_317_u64, 3_203_168_211_198_807_973];
    let mut bytes = [0; 16];
    SeededRandom::new(1_234_567).generator().fill(&mut bytes).expect("randomness");
    assert_eq!(bytes[..8], numbers[0].to_le_bytes());
    assert_eq!(bytes[8..], numbers[1].to_le_bytes());
}

#[test]
fn no_randomness_is_said() {
    let refused = NoRandom.generator().fill(&mut [0]).expect_err("refused");
    assert!(message(refused).contains("no randomness"));
}

#[test]
fn files_below_a_folder_and_no_others() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let files = FilesBelow::new(here.join("src")).expect("a folder");
    let whole = here.join("src/lib.rs");
    assert_eq!(files.read("lib.rs"), SystemFiles.read(whole.to_str().expect("UTF-8")));
    for outside in ["../Cargo.toml", "system/../../Cargo.toml", "/etc/passwd"] {
        let refused = message(files.read(outside).expect_err(outside));
        assert!(refused.contains("lies outside"), "{refused}");
    }
    assert!(message(files.read("nothing").expect_err("nothing")).contains("can't be read"));
}

#[test]
fn names_that_no_variable_can_have_are_not_set() {
    use vrlet::function::Environment;
    assert!(matches!(SystemEnvironment.variable("PATH"), Ok(Some(_))));
    for name in ["", "=", "PATH=", "PATH\0"] {
        assert_eq!(SystemEnvironment.variable(name), Ok(None), "{name:?}");
    }
}

/// A program that would run for years.
fn endless() -> String {
    let loops = "for_each([0,1,2,3,4,5,6,7,8,9]) -> |_i, _v| { ".repeat(20);
    format!("{loops} .n = 1 {}", " }".repeat(20))
}

#[test]
fn a_run_that_loops_can_be_called_off() {
    let interrupt = Interrupt::new();
    let engine = Engine::builder().interrupt(interrupt.clone()).build();
    let program = engine.compile(&endless()).expect("it compiles");
    let run = thread::spawn(move || {
        let mut event = Event::from_json("{}").expect("JSON");
        program.vm().run(&mut event)
    });
    thread::sleep(Duration::from_millis(20));
    interrupt.raise();
    let RunError { message, stopped, .. } = run.join().expect("no panic").expect_err("called off");
    assert!(stopped && message.contains("called the run off"), "{message}");
    interrupt.lower();
    let mut event = Event::from_json("{}").expect("JSON");
    let short = engine.compile("for_each([1]) -> |_i, _v| { .n = 1 }").expect("it compiles");
    assert!(short.vm().run(&mut event).is_ok());
}

#[test]
fn steps_are_limited_where_a_run_can_be_called_off_too() {
    let limits = Limits { steps: 10_000, ..Limits::default() };
    let engine = Engine::builder().interrupt(Interrupt::new()).limits(limits).build();
    let program = engine.compile(&endless()).expect("it compiles");
    let mut event = Event::from_json("{}").expect("JSON");
    let error = program.vm().run(&mut event).expect_err("stopped");
    assert!(error.message.contains("10000"), "{error}");
}

#[test]
fn values_within_the_limit_are_admitted() {
    let limits = Limits { bytes: 10, ..Limits::default() };
    assert_eq!(limits.admit(10), Ok(()));
    assert!(message(limits.admit(11).expect_err("too large")).contains("10 bytes"));
}

#[test]
fn secrets_stay_with_their_event_and_out_of_sight() {
    let mut event = Event::from_json(r#"{"a": 1}"#).expect("JSON");
    event.secrets_mut().insert("token", "s3cr3t");
    assert_eq!(event.secrets().get(&Text::from("token")), Some(&Text::from("s3cr3t")));
    assert_eq!(event.to_json(), r#"{"a":1}"#);
    assert!(!format!("{event:?}").contains("s3cr3t"));
}
