//! Tests of what a host gives to programs and what it keeps from them.

use std::path::Path;
use std::sync::{Arc, Mutex};

use chrono::{DateTime, Utc};
use vrlet::function::{
    Clock, Failure, Files, FixedEnvironment, Level, Log, NoClock, NoRandom, Random, Record,
    SeededRandom,
};
use vrlet::{
    Builder, Engine, Event, FilesBelow, Interrupt, Limits, RunError, SystemEnvironment,
    SystemFiles, SystemRandom, Text, Value,
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

/// A loop of a thousand turns.
const LOOP: &str = "for_each([0,1,2,3,4,5,6,7,8,9]) -> |_i, _v| {
    for_each([0,1,2,3,4,5,6,7,8,9]) -> |_i, _v| {
        for_each([0,1,2,3,4,5,6,7,8,9]) -> |_i, _v| { log(\"a turn\"); .n = 1; .n = 2; .n = 3 }
    }
}";

/// A log that calls the run off as soon as it is written to.
#[derive(Clone, Default)]
struct CallsOff {
    interrupt: Interrupt,
    written: Kept,
}

impl Log for CallsOff {
    fn write(&self, record: &Record<'_>) {
        self.written.write(record);
        self.interrupt.raise();
    }
}

#[test]
fn a_run_that_loops_can_be_called_off() {
    let log = CallsOff::default();
    let engine = Engine::builder().interrupt(log.interrupt.clone()).log(log.clone()).build();
    let program = engine.compile(LOOP).expect("it compiles");
    let mut event = Event::from_json("{}").expect("JSON");
    let RunError { message, stopped, .. } = program.vm().run(&mut event).expect_err("called off");
    assert!(stopped && message.contains("called the run off"), "{message}");
    assert!(log.written.0.lock().expect("no panic").len() < 1_000);
    log.interrupt.lower();
    let short = engine.compile("for_each([1]) -> |_i, _v| { .n = 1 }").expect("it compiles");
    assert!(short.vm().run(&mut event).is_ok());
}

#[test]
fn steps_are_limited_where_a_run_can_be_called_off_too() {
    let limits = Limits { steps: 100, ..Limits::default() };
    let engine = Engine::builder().interrupt(Interrupt::new()).limits(limits).build();
    let program = engine.compile(LOOP).expect("it compiles");
    let mut event = Event::from_json("{}").expect("JSON");
    let error = program.vm().run(&mut event).expect_err("stopped");
    assert!(error.message.contains("100"), "{error}");
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

/// The JSON of a program's result.
fn result(builder: Builder, source: &str) -> String {
    let program = builder.build().compile(source).unwrap_or_else(|error| panic!("{error}"));
    let mut event = Event::from_json("{}").expect("JSON");
    match program.vm().run(&mut event) {
        Ok(vrlet::Outcome::Value(value)) => Event::from(value).to_json(),
        other => panic!("{source}: {other:?}"),
    }
}

#[test]
fn programs_see_the_environment_that_the_host_gives() {
    let given = || {
        let variables = [("REGION".to_owned(), Text::from("eu"))].into();
        let hostname = Some(Text::from("web-1"));
        Engine::builder().environment(FixedEnvironment { variables, hostname })
    };
    assert_eq!(
        result(
            given(),
            r#"[get_env_var!("REGION"), get_env_var("PATH") ?? null, get_hostname!()]"#
        ),
        r#"["eu",null,"web-1"]"#
    );
    let refused = result(Engine::builder(), r#"_, why = get_env_var("REGION"); why"#);
    assert!(refused.contains("the host gives programs no environment"), "{refused}");
}

#[test]
fn a_seed_fixes_what_a_program_draws_whatever_the_call() {
    let seeded = |source| result(Engine::builder().random(SeededRandom::new(1)), source);
    assert_eq!(seeded("uuid_v4()"), seeded("uuid_v4()"));
    let [first, second]: [String; 2] = pair(&seeded("[uuid_v4(), uuid_v4()]")).expect("two");
    assert_ne!(first, second, "calls of one machine share its generator");
}

/// The two strings of a JSON array.
fn pair(json: &str) -> Option<[String; 2]> {
    let (first, second) = json.strip_prefix("[")?.strip_suffix("]")?.split_once(',')?;
    Some([first.to_owned(), second.to_owned()])
}

#[test]
fn what_is_drawn_stays_in_its_range_and_fills_it() {
    let source = "seen = []\nfor_each([0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19]) -> |_i, _v| { \
                  seen = push(seen, random_int(-1, 2)) }\nseen";
    let seen = result(Engine::builder().random(SeededRandom::new(3)), source);
    let numbers: Vec<&str> = seen.trim_matches(['[', ']']).split(',').collect();
    assert!(numbers.iter().all(|number| ["-1", "0", "1"].contains(number)), "{seen}");
    assert!(["-1", "0", "1"].iter().all(|number| numbers.contains(number)), "{seen}");
}

#[derive(Clone, Default)]
struct Kept(Arc<Mutex<Vec<(Level, String, u32)>>>);

impl Log for Kept {
    fn write(&self, record: &Record<'_>) {
        let Record { level, message, span } = *record;
        self.0.lock().expect("no panic").push((level, message.to_owned(), span.start));
    }
}

/// A clock that the test moves.
#[derive(Clone, Default)]
struct Hand(Arc<Mutex<i64>>);

impl Clock for Hand {
    fn now(&self) -> Result<DateTime<Utc>, Failure> {
        let seconds = *self.0.lock().expect("no panic");
        Ok(DateTime::from_timestamp(seconds, 0).expect("in range"))
    }
}

#[test]
fn a_program_in_a_hurry_logs_no_more_than_its_rate() {
    let (log, hand) = (Kept::default(), Hand::default());
    let engine = Engine::builder().log(log.clone()).clock(hand.clone()).build();
    let source =
        "log({\"a\": 1}, level: \"warn\", rate_limit_secs: 10)\nlog(\"b\", rate_limit_secs: 0)";
    let program = engine.compile(source).expect("it compiles");
    let (mut one, mut other) = (program.vm(), program.vm());
    for (second, vm) in [(0, 1), (5, 1), (9, 2), (10, 2), (12, 1)] {
        *hand.0.lock().expect("no panic") = second;
        let vm = if vm == 1 { &mut one } else { &mut other };
        vm.run(&mut Event::from_json("{}").expect("JSON")).expect("it runs");
    }
    let seen = log.0.lock().expect("no panic");
    let of_a = (Level::Warn, "{ \"a\": 1 }".to_owned(), 0);
    assert_eq!(seen.iter().filter(|record| **record == of_a).count(), 2, "{seen:?}");
    let second = u32::try_from(source.find("log(\"b\"").expect("the second call"));
    let of_b = (Level::Info, "b".to_owned(), second.expect("a short program"));
    let count = seen.iter().filter(|record| **record == of_b).count();
    assert_eq!(count, 5, "{seen:?}");
}

#[test]
fn a_log_needs_no_clock() {
    let log = Kept::default();
    let engine = Engine::builder().log(log.clone()).clock(NoClock).build();
    let program = engine.compile("log(1)").expect("it compiles");
    program.vm().run(&mut Event::from_json("{}").expect("JSON")).expect("it runs");
    assert_eq!(log.0.lock().expect("no panic").len(), 1);
}

#[test]
fn a_failed_run_gives_the_secrets_back() {
    let engine = Engine::builder().build();
    let source = "remove_secret(\"a\")\nset_secret(\"b\", \"2\")\n.x = to_int!(get_secret(\"b\")) + 1\nassert!(false)";
    let program = engine.compile(source).expect("it compiles");
    for mut event in [
        Event::from_json("{}").expect("JSON"),
        Event::from_line(Text::from("line")),
        Event::from(Value::Object(vrlet::Object::new())),
    ] {
        event.secrets_mut().insert("a", "1");
        program.vm().run(&mut event).expect_err("the assertion fails");
        assert_eq!(event.secrets().names().collect::<Vec<_>>(), [&Text::from("b")]);
        event.restore();
        assert_eq!(event.secrets().get(&Text::from("a")), Some(&Text::from("1")));
        assert_eq!(event.secrets().names().count(), 1);
    }
}

#[test]
fn what_unnest_makes_is_limited() {
    let fields: String = (0..1000).map(|number| format!("\"f{number}\": 1, ")).collect();
    let elements = vec!["0"; 10_000].join(",");
    let mut event = Event::from_json(format!("{{{fields}\"list\": [{elements}]}}")).expect("JSON");
    let program = Engine::builder().build().compile(". = unnest!(.list)").expect("it compiles");
    let error = program.vm().run(&mut event).expect_err("320 MB");
    assert!(error.message.contains("raise the host's limit"), "{error}");
}
