//! Sessions: programs one after the other over one event.

#![allow(clippy::unwrap_used, reason = "a test that can't go on has failed")]

use vrlet::{CompileError, Engine, Event, Outcome, RunError, Session, Value};

struct Talk {
    session: Session,
    event: Event,
}

impl Talk {
    fn over(event: &str) -> Self {
        let event = Event::from_json(event).unwrap();
        Self { session: Session::new(Engine::builder().build()), event }
    }

    fn run(&mut self, source: &str) -> Result<Outcome, RunError> {
        match self.session.compile(source) {
            Ok(step) => step.run(&mut self.event),
            Err(error) => panic!("{error}"),
        }
    }

    /// The value of a program, as text.
    fn value(&mut self, source: &str) -> String {
        match self.run(source) {
            Ok(Outcome::Value(value)) => value.to_string(),
            other => panic!("{source}: {other:?}"),
        }
    }

    fn error(&mut self, source: &str) -> CompileError {
        match self.session.compile(source) {
            Ok(_) => panic!("{source} compiles"),
            Err(error) => error,
        }
    }

    fn variables(&self) -> Vec<String> {
        let variables = self.session.variables();
        variables.map(|it| format!("{}: {} = {}", it.name, it.kind, it.value)).collect()
    }

    fn warnings(&mut self, source: &str) -> usize {
        self.session.compile(source).map_or(usize::MAX, |step| step.program().warnings().len())
    }
}

#[test]
fn variables_live_on_with_what_is_known_of_them() {
    let mut talk = Talk::over("{}");
    talk.value("x = 1; y = \"a\"");
    talk.value("x = x + 1; z = [x]");
    assert_eq!(talk.value("push(z, y)"), "[2, \"a\"]");
    assert_eq!(talk.variables(), ["x: integer = 2", "y: string = \"a\"", "z: array = [2]"]);
    talk.value("x = y");
    assert_eq!(talk.variables()[0], "x: string = \"a\"");
    assert_eq!(talk.error("x - 2").diagnostics.len(), 1, "x is a string now");
}

#[test]
fn what_is_known_of_the_event_lives_on_until_there_is_another() {
    let mut talk = Talk::over(r#"{"a":"1"}"#);
    assert!(talk.session.compile("upcase(.a)").is_err(), "an event can have anything there");
    talk.value(".a = string!(.a)");
    assert_eq!(talk.value("upcase(.a)"), "\"1\"");
    talk.session.forget_event();
    assert!(talk.session.compile("upcase(.a)").is_err());
}

#[test]
fn names_of_blocks_and_closures_end_with_them() {
    let mut talk = Talk::over("{}");
    talk.value("if true { inner = 1 }; for_each([1, 2]) -> |_, item| { of_closure = item }; x = 1");
    assert_eq!(talk.variables(), ["x: integer = 1"]);
    talk.value("for_each([5]) -> |_, x| { x }; x = x + 1");
    assert_eq!(talk.variables(), ["x: integer = 2"]);
    assert_eq!(talk.warnings("if true { inner = 1 }"), 1, "unused, as it ends there");
    assert_eq!(talk.warnings("unused = 1"), 0, "a later program may use it");
}

#[test]
fn failures_and_aborts_change_nothing() {
    let mut talk = Talk::over(r#"{"a":"x","b":[1]}"#);
    talk.value("x = [1]; %m = 1");
    let before = talk.variables();
    let json = talk.event.to_json();
    for source in [
        ".new = 1; x = push(x, 2); y = 1; del(.b); %m = 2; .n = to_int!(.a)",
        ".new = 1; x = push(x, 2); y = 1; del(.b); %m = 2; abort \"no\"",
        "x = push(x, to_int!(.a))",
        "x = int!(x[7])",
    ] {
        assert!(!matches!(talk.run(source), Ok(Outcome::Value(_))), "{source}");
        assert_eq!(talk.variables(), before, "{source}");
        assert_eq!(talk.event.to_json(), json, "{source}");
        assert_eq!(talk.event.metadata().to_string(), "{ \"m\": 1 }", "{source}");
    }
    assert!(talk.session.compile(".oops = ").is_err());
    assert_eq!(talk.value("push(x, 3)"), "[1, 3]");
}

#[test]
fn a_return_ends_a_program_early_but_what_it_did_stays() {
    let mut talk = Talk::over(r#"{"a":1}"#);
    talk.value("x = [1]");
    assert_eq!(talk.value("x = push(x, 2); if .a == 1 { return 7 }; x = \"late\"; y = 1"), "7");
    assert_eq!(talk.variables(), ["x: any value = [1, 2]", "y: any value = null"]);
    assert!(talk.session.compile("x + 1").is_err(), "nothing is known of it");
    talk.value("x = array!(x)");
    talk.value("x = x == { return \"out\" }");
    assert_eq!(talk.variables()[0], "x: any value = [1, 2]", "the old value was not moved out");
}

#[test]
fn rehearsals_leave_everything_as_it_is() {
    let mut talk = Talk::over("{}");
    talk.value("x = [1]");
    let event = talk.event.clone();
    let mut step = talk.session.compile("x = push(x, 2); .a = length(x); x").unwrap();
    for _ in 0..3 {
        let mut event = event.clone();
        assert_eq!(
            step.dry_run(&mut event),
            Ok(Outcome::Value(Value::from(vec![Value::Integer(1), Value::Integer(2)])))
        );
        assert_eq!(event.to_json(), r#"{"a":2}"#);
    }
    assert_eq!(talk.variables(), ["x: array = [1]"]);
}

#[test]
fn a_clone_is_the_way_back() {
    let mut talk = Talk::over("{}");
    talk.value("x = 1");
    let before = talk.session.clone();
    talk.value("x = \"a\"; y = 2");
    talk.session = before;
    assert_eq!(talk.variables(), ["x: integer = 1"]);
    assert_eq!(talk.value("x + 1"), "2");
}

#[test]
fn types_of_expressions_that_may_fail() {
    let mut talk = Talk::over("{}");
    talk.value("x = 1");
    let type_of = |source: &str| {
        let known = talk.session.type_of(source).unwrap();
        (known.kind.to_string(), known.fallible)
    };
    assert_eq!(type_of("x"), ("integer".to_owned(), false));
    assert_eq!(type_of("to_int(.a)"), ("integer".to_owned(), true));
    assert_eq!(type_of("upcase(.a)"), ("string".to_owned(), true));
    assert_eq!(type_of("to_int(.a) ?? \"x\""), ("string or integer".to_owned(), false));
    assert!(talk.session.type_of("nothing").is_err());
    assert!(talk.session.type_of("y = to_int(.a)").is_err(), "an assignment needs a value");
}

#[test]
fn what_a_program_can_do_is_known() {
    let mut talk = Talk::over("{}");
    talk.value("x = [1]");
    for (source, has_side_effects) in [
        (".a", false),
        ("x[0] == upcase(\"a\")", false),
        ("map_values({}) -> |v| { [v] }", false),
        ("exists(.a)", false),
        (".a = 1", true),
        ("y = 1", true),
        ("[(.a = 1)]", true),
        ("del(.a)", true),
        ("if .a == 1 { abort }", true),
        ("for_each([1]) -> |_, _v| { .a = 1 }", true),
    ] {
        assert_eq!(
            talk.session.compile(source).unwrap().has_side_effects(),
            has_side_effects,
            "{source}"
        );
    }
}
