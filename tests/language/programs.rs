//! A thousand small programs with what becomes of each: a golden file, `programs.jsonl`, a line a program.
//!
//! A line has a `name` whose first word is the topic, the `source`, the `event` it runs over unless that
//! is empty, and the `outcome`: the errors with their places, or how the run ended, with warnings and
//! the event afterwards. Where VRL's reference engine answers otherwise on purpose, its answer stands
//! there as `reference`, and has to be another one. `UPDATE=1` rewrites the outcomes.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};

use serde::{Deserialize, Serialize};
use serde_json::{Value as Json, json};
use vrlet::diagnostic::{LineColumn, LineIndex};
use vrlet::{Diagnostic, Engine, Event};

use crate::fixture::as_json;
use crate::paths;

#[derive(Serialize, Deserialize)]
struct Program {
    name: String,
    source: String,
    #[serde(default = "empty", skip_serializing_if = "is_empty")]
    event: Json,
    outcome: Outcome,
    #[serde(skip_serializing_if = "Option::is_none")]
    reference: Option<Outcome>,
}

#[derive(PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Outcome {
    /// It does not compile: codes with places, `E642 at 1:13`.
    Errors(Vec<String>),
    /// It gives a value.
    Value { value: Json, event: Json, warnings: Vec<u16> },
    /// It fails.
    Fails { event: Json, warnings: Vec<u16> },
    /// It says `abort`.
    Aborts { event: Json, warnings: Vec<u16> },
}

fn empty() -> Json {
    json!({})
}

fn is_empty(event: &Json) -> bool {
    *event == empty()
}

#[test]
fn programs_of_known_outcome() {
    let path = paths::tests("language/programs.jsonl");
    let mut programs: Vec<Program> =
        paths::read(&path).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert!(programs.len() >= 1000, "{}: too few programs", path.display());
    let engine = Engine::builder().strict(true).build();
    if std::env::var_os("UPDATE").is_some_and(|value| value == "1") {
        let mut text = String::new();
        for program in &mut programs {
            program.outcome = outcome(program, &engine);
            writeln!(text, "{}", serde_json::to_string(program).unwrap()).unwrap();
        }
        return fs::write(&path, text).unwrap();
    }
    let mut topics: BTreeMap<&str, usize> = BTreeMap::new();
    let mut problems = String::new();
    for program in &programs {
        let Program { name, source, event, outcome: expected, reference } = program;
        *topics.entry(name.split('-').next().unwrap_or_default()).or_default() += 1;
        let problem = match catch_unwind(AssertUnwindSafe(|| outcome(program, &engine))) {
            Ok(got) if got != *expected => format!("expected {expected:?}\n  got      {got:?}"),
            Ok(got) if reference.as_ref() == Some(&got) => {
                "has a `reference`, but agrees with it".to_owned()
            }
            Ok(_) => continue,
            Err(_) => "panicked".to_owned(),
        };
        writeln!(problems, "{name}: {source}\n  over     {event}\n  {problem}").unwrap();
    }
    println!("{topics:?}");
    assert!(problems.is_empty(), "\n{problems}");
}

fn outcome(program: &Program, engine: &Engine) -> Outcome {
    let compiled = match engine.compile(&program.source) {
        Ok(compiled) => compiled,
        Err(error) => {
            let lines = LineIndex::new(&program.source);
            let place = |diagnostic: &Diagnostic| {
                let span = diagnostic.span().unwrap();
                let LineColumn { line, column } = lines.line_column(span.start);
                format!("{} at {line}:{column}", diagnostic.code)
            };
            return Outcome::Errors(error.diagnostics.iter().map(place).collect());
        }
    };
    let warnings = compiled.warnings().iter().map(|warning| warning.code.number()).collect();
    let mut event = Event::from_json(program.event.to_string()).unwrap();
    let ended = compiled.vm().run(&mut event);
    let event = as_json(event.value());
    match ended {
        Ok(vrlet::Outcome::Value(value)) => {
            Outcome::Value { value: as_json(&value), event, warnings }
        }
        Ok(vrlet::Outcome::Aborted(_)) => Outcome::Aborts { event, warnings },
        Err(_) => Outcome::Fails { event, warnings },
    }
}
