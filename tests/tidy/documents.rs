//! The paths in the documents exist: the targets of links, and what is spelt as a path in backticks.

use std::path::Path;

use crate::paths;

/// The documents, but for the pages of functions, whose links lead to each other.
fn documents() -> Vec<std::path::PathBuf> {
    let mut documents = paths::files(&paths::repository("docs"), ".md");
    documents.retain(|path| !path.parent().is_some_and(|folder| folder.ends_with("functions")));
    documents.extend(["README.md", "CHANGELOG.md", "findings/README.md"].map(paths::repository));
    documents.retain(|path| path.exists());
    documents
}

/// The lines of a document that are no block of code.
fn prose(text: &str) -> impl Iterator<Item = &str> {
    let mut is_code = false;
    text.lines().filter(move |line| {
        let is_fence = line.trim_start().starts_with("```");
        is_code ^= is_fence;
        !is_fence && !is_code
    })
}

/// The texts between backticks.
fn code(line: &str) -> impl Iterator<Item = &str> {
    line.split('`').skip(1).step_by(2)
}

/// The targets of links.
fn links(line: &str) -> impl Iterator<Item = &str> {
    line.split("](").skip(1).filter_map(|rest| Some(rest.split_once(')')?.0))
}

/// The file or folder of the repository that a text in backticks names, if it looks like one: a path that
/// begins with a folder at the top, or with a crate.
fn named(text: &str) -> Option<std::path::PathBuf> {
    let (first, rest) = text.split_once('/')?;
    let is_path = |letter: char| letter.is_ascii_alphanumeric() || "/._-".contains(letter);
    let is_example =
        rest.split(['/', '.']).any(|part| part.len() > 1 && part == part.to_uppercase());
    if !text.chars().all(is_path) || is_example && !rest.ends_with(".md") {
        return None;
    }
    const TOP: [&str; 6] = ["crates", "docs", "examples", "findings", "grammar", "tests"];
    if TOP.contains(&first) {
        return Some(paths::repository(text));
    }
    let inside = paths::repository("crates").join(first);
    let is_source =
        ["src", "tests", "benches", "Cargo.toml"].iter().any(|part| rest.starts_with(part));
    (is_source && inside.exists()).then(|| inside.join(rest))
}

#[test]
fn paths_in_documents_exist() {
    let mut problems = Vec::new();
    for document in documents() {
        let text = paths::read(&document);
        let folder = document.parent().unwrap_or(Path::new(""));
        for line in prose(&text) {
            let linked = links(line)
                .filter(|link| !link.contains("://") && !link.starts_with('#'))
                .map(|link| (link, folder.join(link.split('#').next().unwrap_or_default())));
            let spelt = code(line).filter_map(|text| Some((text, named(text)?)));
            let gone = linked.chain(spelt).filter(|(_, path)| !path.exists());
            problems.extend(gone.map(|(text, _)| format!("{}: {text}", paths::name(&document))));
        }
    }
    assert!(problems.is_empty(), "\n{}", problems.join("\n"));
}

#[test]
fn what_is_a_path_is_told_from_what_is_not() {
    let exists = |text| named(text).map(|path| path.exists());
    for text in ["tests/tidy/documents.rs", "docs/errors.md", "value/src/lib.rs", "crates/value/"] {
        assert_eq!(exists(text), Some(true), "{text}");
    }
    for text in ["tests/tidy.rs", "docs/gone.md", "value/src/gone.rs", "crates/values/"] {
        assert_eq!(exists(text), Some(false), "{text}");
    }
    for text in
        ["a / b", "src/main.rs", "text/plain", "value/object", "/etc/hosts", "tests/NAME.vrl"]
    {
        assert_eq!(exists(text), None, "{text}");
    }
    let text = "[a](b.md) `c`\n```\n`d`\n```\n  ```sh\n[e](f)\n  ```\n`g` and `h`";
    let lines: Vec<&str> = prose(text).collect();
    assert_eq!(lines, ["[a](b.md) `c`", "`g` and `h`"]);
    assert_eq!(links(lines[0]).collect::<Vec<_>>(), ["b.md"]);
    assert_eq!(code(lines[1]).collect::<Vec<_>>(), ["g", "h"]);
}
