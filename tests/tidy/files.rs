//! Rules for every file of Rust: a `//!` at its head, a longest length, no `unsafe`, no empty names, nothing
//! put off.

use std::path::PathBuf;

use super::crates::may_be_unsafe;
use crate::paths;

/// Lines that a file must not exceed; tests may.
const LONGEST: usize = 700;

fn sources() -> Vec<PathBuf> {
    let folders = ["crates", "examples", "tests"];
    folders.iter().flat_map(|folder| paths::files(&paths::repository(folder), ".rs")).collect()
}

#[test]
fn every_file_says_why_it_exists() {
    for path in sources() {
        assert!(
            paths::read(&path).starts_with("//! "),
            "{}: begins without `//!`",
            paths::name(&path)
        );
    }
}

#[test]
fn no_file_is_too_long() {
    for path in sources() {
        let name = paths::name(&path);
        let count = paths::read(&path).lines().count();
        assert!(
            count <= LONGEST || name.contains("tests/"),
            "{name}: {count} lines, {LONGEST} at most"
        );
    }
}

#[test]
fn only_exempt_bindings_have_unsafe_code() {
    let root = paths::read(&paths::repository("Cargo.toml"));
    assert!(root.contains("unsafe_code = \"forbid\""));
    let word = ["un", "safe"].concat();
    for path in sources().into_iter().filter(|path| !may_be_unsafe(&paths::name(path))) {
        for line in paths::read(&path).lines().filter(|line| !line.trim_start().starts_with("//")) {
            let blocks = [
                format!("{word} {{"),
                format!("{word} fn"),
                format!("{word} impl"),
                format!("allow({word}_code"),
            ];
            assert!(
                !blocks.iter().any(|block| line.contains(block)),
                "{}: {line}",
                paths::name(&path)
            );
        }
    }
}

#[test]
fn every_allow_carries_a_reason() {
    for path in sources() {
        let text = paths::read(&path);
        for attribute in ["#[allow(", "#![allow(", "#[expect(", "#![expect("] {
            for (at, _) in text.match_indices(attribute) {
                if text[..at]
                    .lines()
                    .last()
                    .is_some_and(|line| line.contains("//") || line.contains('"'))
                {
                    continue;
                }
                let end = text[at..].find(")]").map_or(text.len(), |end| at + end);
                assert!(
                    text[at..end].contains("reason ="),
                    "{}: {}",
                    paths::name(&path),
                    &text[at..end]
                );
            }
        }
    }
}

#[test]
fn no_names_that_say_nothing() {
    for path in sources() {
        let name = paths::name(&path);
        for part in ["util", "utils", "helper", "helpers", "common", "misc", "manager"] {
            let is_part = name.split(['/', '.']).any(|piece| piece == part);
            assert!(!is_part, "{name}: say what is in it");
        }
    }
}

#[test]
fn nothing_is_put_off() {
    // Taken apart, so that this file passes.
    let words: Vec<String> = [
        ["to", "do!("],
        ["TO", "DO"],
        ["FIX", "ME"],
        ["X", "XX"],
        ["unimpl", "emented!("],
        ["for", " now"],
        ["place", "holder for"],
        ["/wo", "rk/"],
        ["\"/tm", "p"],
        ["crates", ".io"],
        ["index.crates", ".io"],
        ["db", "g!("],
    ]
    .iter()
    .map(|word| word.concat())
    .collect();
    let documents = ["docs", "grammar", "examples", "tests"].iter().flat_map(|folder| {
        let folder = paths::repository(folder);
        [".md", ".pest", ".toml", ".vrl"]
            .iter()
            .flat_map(|suffix| paths::files(&folder, suffix))
            .collect::<Vec<_>>()
    });
    let top = ["README.md", "CHANGELOG.md", "Cargo.toml", ".ci/run"].map(paths::repository);
    for path in sources().into_iter().chain(documents).chain(top) {
        let text = paths::read(&path);
        for (number, line) in text.lines().enumerate() {
            for word in &words {
                let found = line.match_indices(word.as_str()).any(|(at, _)| {
                    let before = line[..at].chars().next_back();
                    let after = line[at + word.len()..].chars().next();
                    let is_letter =
                        |character: Option<char>| character.is_some_and(char::is_alphanumeric);
                    !(is_letter(before) && word.starts_with(char::is_alphabetic)
                        || is_letter(after) && word.ends_with(char::is_alphabetic))
                });
                assert!(!found, "{}:{}: `{word}` in: {line}", paths::name(&path), number + 1);
            }
        }
    }
}
