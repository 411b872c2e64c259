//! What may stand at the top of the repository; how grammar, CI and README agree with each other.

use std::fs;

use crate::paths;

/// All that may stand at the top.
const TOP: &[&str] = &[
    ".ci",
    ".git",
    ".github",
    ".gitignore",
    ".rustfmt.toml",
    "CHANGELOG.md",
    "Cargo.lock",
    "Cargo.toml",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "README.md",
    "crates",
    "docs",
    "examples",
    "findings",
    "grammar",
    "rust-toolchain.toml",
    "target",
    "tests",
];

#[test]
fn the_top_is_small() {
    for entry in fs::read_dir(paths::repository("")).unwrap() {
        let name = entry.unwrap().file_name().to_string_lossy().into_owned();
        assert!(TOP.contains(&name.as_str()), "{name} does not belong at the top");
    }
}

#[test]
fn the_grammar_is_reached_from_its_crate() {
    for path in paths::files(&paths::repository("grammar"), ".pest") {
        let name = path.file_name().unwrap();
        let inside = paths::repository("crates/parser/grammar").join(name);
        assert_eq!(paths::read(&inside), paths::read(&path), "{}", inside.display());
    }
}

#[test]
fn every_grammar_rule_has_a_comment() {
    for path in paths::files(&paths::repository("grammar"), ".pest") {
        let text = paths::read(&path);
        // Rules without a blank line between them share the comment above the first.
        for paragraph in text.split("\n\n") {
            let rule = paragraph.lines().find(|line| !line.starts_with("//"));
            let explained =
                paragraph.starts_with("//") || rule.is_none_or(|rule| !rule.contains(" = "));
            assert!(explained, "{}: {}", paths::name(&path), rule.unwrap_or_default());
        }
    }
}

#[test]
fn ci_runs_what_the_readme_says() {
    let readme = paths::read(&paths::repository("README.md"));
    let script = paths::read(&paths::repository(".ci/run"));
    let command = readme.lines().find(|line| line.starts_with("cargo fmt --all --check")).unwrap();
    assert!(script.contains(command), ".ci/run does not run `{command}`");
}
