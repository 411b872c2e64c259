//! Tests of the README's commands over the repository's example.

use std::process::{Command, Output};

use serde_json::{Value as Json, json};

use crate::paths;

fn command() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_vrlet"));
    command.current_dir(paths::repository(""));
    command
}

fn output(arguments: &[&str]) -> Output {
    command().args(arguments).output().expect("the command starts")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("text")
}

/// The arguments of the README's first command.
fn first_command() -> Vec<String> {
    let readme = paths::read("README.md");
    let line = readme
        .lines()
        .find(|line| line.starts_with("cargo run --release -p vrlet-cli -- "))
        .unwrap();
    let (_, arguments) = line.split_once(" -- ").unwrap();
    arguments.split_whitespace().map(str::to_owned).collect()
}

#[test]
fn the_first_command_of_the_readme_enriches_every_event() {
    let output = command().args(first_command()).output().expect("the command starts");
    assert!(output.status.success(), "{}", text(&output.stderr));
    let lines = text(&output.stdout);
    let events = paths::read("examples/flow-logs/events.ndjson");
    assert_eq!(lines.lines().count(), events.lines().count());
    let first: Json = lines.lines().next().unwrap().parse().unwrap();
    assert_eq!((&first["protocol"], &first["dst_city"]), (&json!("TCP"), &json!({})));
    let keys = lines.lines().next().unwrap().find("\"account_id\"");
    assert_eq!(keys, Some(1), "the order of keys is that of the event");
}

#[test]
fn strict_tables_fail_but_lose_nothing() {
    let folder = "examples/flow-logs";
    let output = output(&[
        "run",
        "--table",
        &format!("protocol={folder}/protocols.csv"),
        "--table",
        &format!("maxmind_city={folder}/city.mmdb"),
        "--table",
        &format!("maxmind_asn={folder}/asn.mmdb"),
        &format!("{folder}/enrich.vrl"),
        &format!("{folder}/events.ndjson"),
    ]);
    assert_eq!(output.status.code(), Some(1), "some event failed");
    let events = paths::read("examples/flow-logs/events.ndjson");
    let lines = text(&output.stdout);
    assert_eq!(lines.lines().count(), events.lines().count());
    let kept = lines.lines().zip(events.lines()).filter(|(after, before)| after == before);
    assert!(kept.count() > 10, "failed events are passed on unchanged");
    assert!(text(&output.stderr).contains("7:"), "{}", text(&output.stderr));
}

#[test]
fn a_program_that_does_not_compile_is_bad_usage() {
    let output = output(&["run", "-e", ".a = to_int(.b)"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("error[E103]"), "{}", text(&output.stderr));
    assert!(output.stdout.is_empty());
}

#[test]
fn the_example_passes_its_tests() {
    let output = output(&["test", "examples"]);
    let lines = text(&output.stdout);
    assert_eq!(lines, "ok    examples/flow-logs/enrich.test.vrl  3 passed\n3 passed\n");
    assert!(output.status.success());
}
