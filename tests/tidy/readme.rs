//! The README is true: its embedding example is the file in `examples`, and runs.

use std::io::Write;
use std::process::{Command, Stdio};

use crate::paths;

/// The blocks of a document in a language.
fn blocks<'text>(text: &'text str, language: &str) -> Vec<&'text str> {
    let opening = format!("```{language}\n");
    text.split(opening.as_str())
        .skip(1)
        .filter_map(|rest| Some(rest.split_once("```")?.0))
        .collect()
}

#[test]
fn the_embedding_example_is_the_file() {
    let readme = paths::read(&paths::repository("README.md"));
    let file = paths::read(&paths::repository("examples/embed.rs"));
    let body = file.trim_start_matches(|first| first != '\n').trim_start();
    let (_, code) = file.split_once("\nuse ").unwrap_or(("", body));
    let code = format!("use {code}");
    assert!(
        blocks(&readme, "rust").contains(&code.as_str()),
        "README.md and examples/embed.rs differ: put this there\n{code}"
    );
}

#[test]
fn the_embedding_example_runs() {
    let events = paths::read(&paths::repository("examples/flow-logs/events.ndjson"));
    let first: String = events.lines().take(3).map(|line| format!("{line}\n")).collect();
    let mut child = Command::new(env!("CARGO"))
        .args(["run", "--quiet", "--package", "vrlet", "--example", "embed"])
        .current_dir(paths::repository(""))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(first.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    let text = String::from_utf8(output.stdout).unwrap();
    assert_eq!(text.lines().count(), 3);
    assert!(text.lines().next().unwrap().ends_with(r#","protocol":"TCP"}"#), "{text}");
}
