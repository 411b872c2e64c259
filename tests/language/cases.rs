//! A thousand programs whose outcome is known, against what becomes of them here.
//!
//! The whole collection lies beside the repository; without it, the sample in this folder is checked.
//! Programs that are meant to come out differently stand in the tables of `docs/differences.md`, and
//! have to differ.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::panic::{AssertUnwindSafe, catch_unwind};

use serde_json::Value as Json;
use vrlet::diagnostic::{LineColumn, LineIndex};
use vrlet::{Diagnostic, Engine, Event, Outcome};

use crate::fixture::as_json;
use crate::paths;

/// What becomes of a program, in the form of the collection.
#[derive(Clone, PartialEq, Debug)]
enum Verdict {
    Refused(Vec<Refused>),
    Ended { warnings: Vec<u16>, end: End, event: Json },
}

/// An error's code and place.
#[derive(Clone, PartialEq, Debug)]
struct Refused {
    code: u16,
    at: Option<String>,
}

#[derive(Clone, PartialEq, Debug)]
enum End {
    Value(Json),
    Failure,
    Abort,
}

struct Case {
    id: String,
    source: String,
    event: Json,
    expected: Verdict,
}

#[test]
fn programs_of_known_outcome() {
    let path = paths::shared("language-cases.jsonl").unwrap_or_else(|| {
        println!(
            "../shared/data/language-cases.jsonl was not found: checking the sample in tests/language"
        );
        paths::tests("language/cases.jsonl")
    });
    let cases: Vec<Case> = paths::read(&path).lines().map(case).collect();
    assert!(cases.len() > 50, "{}: too few cases", path.display());
    let deviations = deviations();
    let engine = Engine::builder().strict(true).build();

    let mut topics: BTreeMap<&str, [usize; 3]> = BTreeMap::new();
    let mut problems = String::new();
    for case in &cases {
        let topic = topics.entry(case.id.split('-').next().unwrap_or_default()).or_default();
        let is_deviation = deviations.contains(&case.id) || deviations.contains(&case.source);
        let actual = catch_unwind(AssertUnwindSafe(|| verdict(case, &engine)));
        match actual {
            Ok(actual) if actual.agrees_with(&case.expected) != is_deviation => {
                topic[if is_deviation { 1 } else { 0 }] += 1
            }
            Ok(_) if is_deviation => {
                topic[2] += 1;
                let _ = writeln!(
                    problems,
                    "{}: is in docs/differences.md, but agrees\n  {}",
                    case.id, case.source
                );
            }
            Ok(actual) => {
                topic[2] += 1;
                let Case { id, source, event, expected } = case;
                let _ = writeln!(
                    problems,
                    "{id}: {source}\n  over     {event}\n  expected {expected:?}\n  got      {actual:?}"
                );
            }
            Err(_) => {
                topic[2] += 1;
                let _ = writeln!(
                    problems,
                    "{}: {}\n  over     {}\n  panicked",
                    case.id, case.source, case.event
                );
            }
        }
    }
    report(&topics, cases.len());
    assert!(problems.is_empty(), "\n{problems}");
}

impl Verdict {
    /// Whether it is the expected one; where an error has no place there, any is fine.
    fn agrees_with(&self, expected: &Self) -> bool {
        match (self, expected) {
            (Self::Refused(errors), Self::Refused(expected)) => {
                let agrees = |(error, expected): (&Refused, &Refused)| {
                    error.code == expected.code
                        && (expected.at.is_none() || error.at == expected.at)
                };
                errors.len() == expected.len() && errors.iter().zip(expected).all(agrees)
            }
            _ => self == expected,
        }
    }
}

fn report(topics: &BTreeMap<&str, [usize; 3]>, count: usize) {
    println!("{:<10} {:>8} {:>8} {:>8}", "topic", "agree", "differ", "wrong");
    let mut total = [0; 3];
    for (topic, row) in topics {
        println!("{topic:<10} {:>8} {:>8} {:>8}", row[0], row[1], row[2]);
        total.iter_mut().zip(row).for_each(|(sum, cell)| *sum += cell);
    }
    println!("{:<10} {:>8} {:>8} {:>8}   of {count}", "all", total[0], total[1], total[2]);
}

/// The programs that differ on purpose: those in the first column of the document's tables, and the
/// names of cases there.
fn deviations() -> BTreeSet<String> {
    let text = paths::read(&paths::repository("docs/differences.md"));
    let rows = text.lines().filter_map(|line| line.strip_prefix("| ")?.split_once(" | "));
    let quoted = rows.flat_map(|(first, _)| {
        first.split('`').skip(1).step_by(2).map(|text| text.replace('⏎', "\n"))
    });
    quoted.collect()
}

fn verdict(case: &Case, engine: &Engine) -> Verdict {
    let program = match engine.compile(&case.source) {
        Ok(program) => program,
        Err(error) => {
            let lines = LineIndex::new(&case.source);
            let place = |diagnostic: &Diagnostic| {
                let LineColumn { line, column } = lines.line_column(diagnostic.span()?.start);
                Some(format!("{line}:{column}"))
            };
            let errors = error.diagnostics.iter();
            return Verdict::Refused(
                errors.map(|it| Refused { code: it.code.number(), at: place(it) }).collect(),
            );
        }
    };
    let warnings = program.warnings().iter().map(|warning| warning.code.number());
    // Out-of-date kinds are vrlet's own warning.
    let warnings = warnings.filter(|code| *code != 901).collect();
    let mut event = Event::from_json(case.event.to_string()).unwrap();
    let end = match program.vm().run(&mut event) {
        Ok(Outcome::Value(value)) => End::Value(as_json(&value)),
        Ok(Outcome::Aborted(_)) => End::Abort,
        Err(_) => End::Failure,
    };
    Verdict::Ended { warnings, end, event: as_json(event.value()) }
}

fn case(line: &str) -> Case {
    let json: Json = serde_json::from_str(line).unwrap();
    let text = |name: &str| json[name].as_str().map(str::to_owned);
    let items = |name: &str| json[name].as_array().cloned().unwrap_or_default();
    let numbers = |name| {
        items(name).iter().filter_map(|code| code.as_u64()?.try_into().ok()).collect::<Vec<u16>>()
    };
    let expected = if json["compiles"] == true {
        let end = match (json["error"] == true, text("kind").as_deref()) {
            (true, Some("Abort")) => End::Abort,
            (true, _) => End::Failure,
            (false, _) => End::Value(json["result"].clone()),
        };
        Verdict::Ended { warnings: numbers("warnings"), end, event: json["object_after"].clone() }
    } else {
        let places = items("at");
        let places = places.iter().map(|at| at.as_str().map(str::to_owned));
        let errors = numbers("codes").into_iter().zip(places);
        Verdict::Refused(errors.map(|(code, at)| Refused { code, at }).collect())
    };
    Case {
        id: text("id").unwrap(),
        source: text("source").unwrap(),
        event: json["object"].clone(),
        expected,
    }
}
