//! The command, as the README runs it. What each flag does is tested beside the command itself.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;

use serde_json::{Value as Json, json};

use crate::paths;

/// The command's file, built once.
pub fn executable() -> &'static Path {
    static BUILT: OnceLock<PathBuf> = OnceLock::new();
    BUILT.get_or_init(|| {
        let output = Command::new(env!("CARGO"))
            .args(["build", "--quiet", "--package", "vrlet-cli", "--message-format", "json"])
            .current_dir(paths::repository(""))
            .output()
            .unwrap();
        let messages = String::from_utf8_lossy(&output.stdout).into_owned();
        let mut executable = messages.lines().filter_map(|line| {
            let message: Json = line.parse().ok()?;
            Some(PathBuf::from(message["executable"].as_str()?))
        });
        executable
            .next_back()
            .unwrap_or_else(|| panic!("{}", String::from_utf8_lossy(&output.stderr)))
    })
}

fn command() -> Command {
    let mut command = Command::new(executable());
    command.current_dir(paths::repository(""));
    command
}

fn output(arguments: &[&str]) -> Output {
    command().args(arguments).output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// The arguments of the README's first command.
fn first_command() -> Vec<String> {
    let readme = paths::read(&paths::repository("README.md"));
    let line = readme
        .lines()
        .find(|line| line.starts_with("cargo run --release -p vrlet-cli -- "))
        .unwrap();
    let (_, arguments) = line.split_once(" -- ").unwrap();
    arguments.split_whitespace().map(str::to_owned).collect()
}

#[test]
fn the_first_command_of_the_readme_enriches_every_event() {
    let output = command().args(first_command()).output().unwrap();
    assert!(output.status.success(), "{}", text(&output.stderr));
    let lines = text(&output.stdout);
    let events = paths::read(&paths::repository("examples/flow-logs/events.ndjson"));
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
    let events = paths::read(&paths::repository("examples/flow-logs/events.ndjson"));
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
