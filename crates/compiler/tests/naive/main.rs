//! The optimised machine against a naive evaluator of the same tree: what is moved, kept in place or
//! never made must not show in any outcome.

#![allow(clippy::unwrap_used, reason = "a test that can't go on has failed")]

mod agree;
mod evaluate;
mod generate;
mod uses;

use std::path::Path;

use agree::TestHost;
use generate::Random;

/// How many programs are made; `PROGRAMS` asks for more, `SEED` for others.
const PROGRAMS: u64 = 3_000;

fn number(name: &str, default: u64) -> u64 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(default)
}

#[test]
fn random_programs() {
    let test_host = TestHost::new();
    let (count, first) = (number("PROGRAMS", PROGRAMS), number("SEED", 0));
    let mut compiled = 0;
    let mut disagreements = Vec::new();
    for seed in first..first + count {
        let mut random = Random(seed);
        let source = generate::program(&mut random);
        let events: Vec<String> = (0..3).map(|_| generate::event(&mut random)).collect();
        match test_host.disagreement(&source, &events) {
            None => continue,
            Some(Ok(())) => {}
            Some(Err(_)) => disagreements.push((seed, source, events)),
        }
        compiled += 1;
    }
    println!("{compiled} of {count} programs compile, each ran over 3 events");
    for (seed, source, events) in disagreements.iter().take(5) {
        let shrunk = test_host.shrunk(source, events);
        if let Some(Err(report)) = test_host.disagreement(&shrunk, events) {
            println!("seed {seed}:\n{report}\n");
        }
    }
    assert!(disagreements.is_empty(), "{} programs come out differently", disagreements.len());
    assert!(compiled * 4 > count, "too few programs compile");
}

#[test]
fn fixtures() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/language");
    let test_host = TestHost::new();
    let mut count = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "vrl") {
            continue;
        }
        let text = std::fs::read_to_string(&path).unwrap();
        for case in text.split("# case:").skip(1) {
            let (_, source) = case.split_once('\n').unwrap_or_default();
            let given = source.lines().filter_map(|line| line.strip_prefix("# event:"));
            let mut events: Vec<String> =
                given.filter(|event| agree::value(event).is_some()).map(str::to_owned).collect();
            events.push("{}".to_owned());
            count += u32::from(agrees(&test_host, source, &events));
        }
    }
    println!("{count} cases of fixtures");
    assert!(count > 50);
}

#[test]
fn programs_of_known_outcome() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/language/programs.jsonl");
    let test_host = TestHost::new();
    let mut count = 0;
    for line in std::fs::read_to_string(path).unwrap().lines() {
        let field = |name: &str| agree::value(line)?.as_object()?.get(name).cloned();
        let source = field("source").unwrap();
        let source = source.as_text().unwrap().to_str();
        let mut event = Vec::new();
        vrlet_value::json::write(
            &field("event").unwrap_or_else(|| vrlet_value::Object::new().into()),
            &mut event,
        );
        let event = String::from_utf8(event).unwrap();
        count += u32::from(agrees(&test_host, &source, &[event]));
    }
    println!("{count} programs of known outcome");
    assert!(count > 50);
}

/// Whether a program compiles; then both must agree on it.
fn agrees(test_host: &TestHost, source: &str, events: &[String]) -> bool {
    match test_host.disagreement(source, events) {
        Some(Ok(())) => true,
        Some(Err(report)) => panic!("{report}"),
        None => false,
    }
}
