//! The examples of every builtin are run: each gives what the manual says, of a kind that the checker foresaw.

use serde_json::Value as Json;
use vrlet::function::{Example, Function};
use vrlet::{CsvTable, Engine, Event, FilesBelow, Outcome};

use crate::fixture::as_json;
use crate::paths;

use super::fits::fits;

/// The engine that examples run in: they look up protocols, and read files of the repository.
fn engine() -> Engine {
    let protocols = CsvTable::open(paths::repository("examples/flow-logs/protocols.csv")).unwrap();
    let files = FilesBelow::new(paths::repository("")).unwrap();
    Engine::builder().table("protocol", protocols).files(files).build()
}

#[test]
fn examples_give_what_they_say() {
    let engine = engine();
    let mut count = 0;
    let mut problems = Vec::new();
    for function in engine.functions().iter() {
        for example in function.examples {
            count += 1;
            if let Err(problem) = run(&engine, example) {
                let Function { name, .. } = function;
                problems
                    .push(format!("{name}, {}: {}\n  {problem}", example.title, example.source));
            }
        }
    }
    println!("{count} examples of {} functions", engine.functions().iter().count());
    assert!(
        problems.is_empty(),
        "\n{}\n{} of {count} examples failed",
        problems.join("\n"),
        problems.len()
    );
}

/// Examples whose types are VRL's, which says less than the truth: what closures assign is not seen, and
/// functions keep what they know of members that they rename or leave out. Programs compile by these
/// types, so they are kept.
const TYPES_OF_VRL: &[&str] = &[
    "mod(5.5, 2)",
    "slice!([1, 2, 3], 1)",
    r#"map_keys({"a": 1, "b": 2}) -> |key| { upcase(key) }"#,
    r#"map_keys({"a": [{"b": 1}]}, recursive: true) -> |key| { "x_" + key }"#,
    r#"map_values({"a": [1, {"b": 2}]}, recursive: true) -> |value| { if is_integer(value) { "n" } else { value } }"#,
    "parse_regex!(\"a\", r'(?P<x>a)|(?P<y>b)')",
    "seen = []\nfor_each({\"b\": 1, \"a\": 2}) -> |key, _value| { seen = push(seen, key) }\nseen",
    r#"xxhash("foo")"#,
    r#"xxhash("foo", "XXH3-64")"#,
    "found = null\nfor_each([3, 5, 8]) -> |index, value| {\n  if value == 5 {\n    found = index\n    break\n  }\n}\nfound",
];

fn run(engine: &Engine, example: &Example) -> Result<(), String> {
    let program = match (engine.compile(example.source), example.result) {
        (Ok(program), _) => program,
        (Err(error), Err(message)) if error.to_string().contains(message) => return Ok(()),
        (Err(error), _) => return Err(error.to_string()),
    };
    let mut event = Event::from_json(example.event).map_err(|error| format!("event: {error}"))?;
    let outcome = program.vm().run(&mut event);
    match (outcome, example.result) {
        (Ok(Outcome::Value(value)), Ok(expected)) => {
            let kind = &program.result().kind;
            if !fits(&value, kind) && !TYPES_OF_VRL.contains(&example.source) {
                return Err(format!("{value} is outside of what was declared, {kind:?}"));
            }
            let expected: Json =
                expected.parse().map_err(|error| format!("{expected} is no JSON: {error}"))?;
            let actual = as_json(&value);
            if actual == expected {
                Ok(())
            } else {
                Err(format!("expected {expected}, got {actual}"))
            }
        }
        (Err(error), Err(message)) if error.message.contains(message) => Ok(()),
        (Err(error), _) => Err(format!("failed: {error}")),
        (Ok(outcome), expected) => Err(format!("expected {expected:?}, got {outcome:?}")),
    }
}

#[test]
fn every_function_says_what_it_does() {
    let engine = engine();
    let mut problems = Vec::new();
    for function in engine.functions().iter() {
        let Function { name, about, params, failures, examples, .. } = function;
        let mut expect = |holds: bool, what: &str| {
            if !holds {
                problems.push(format!("{name}: {what}"));
            }
        };
        expect(!examples.is_empty(), "needs an example");
        expect(about.ends_with('.'), "`about` is a sentence");
        expect(
            params.iter().all(|param| param.about.ends_with('.')),
            "the description of a parameter is a sentence",
        );
        expect(failures.iter().all(|failure| failure.ends_with('.')), "a failure is a sentence");
        let required = params.iter().rposition(|param| param.required).map_or(0, |last| last + 1);
        expect(
            params[..required].iter().all(|param| param.required),
            "required parameters come first",
        );
    }
    assert!(problems.is_empty(), "\n{}", problems.join("\n"));
}
