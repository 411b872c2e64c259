//! The dependencies between crates: which crate may use which, what the core must not touch, and that
//! `docs/architecture.md` says the same.

use std::collections::BTreeSet;
use std::path::PathBuf;

use toml::{Table, Value};

use crate::paths;

/// The floors of the tower, lowest first: crates with those that each may use. A crate that does not exist yet
/// has its place already.
const FLOORS: &[&[(&str, &[&str])]] = &[
    &[("diagnostic", &[]), ("value", &[]), ("schema", &[])],
    &[("parser", &["value", "diagnostic"]), ("function", &["value", "diagnostic"])],
    &[
        ("vm", &["function", "value", "diagnostic"]),
        ("stdlib", &["function", "value", "schema"]),
        ("enrichment", &["function", "value"]),
        ("format", &["parser", "diagnostic"]),
    ],
    &[("compiler", &["parser", "function", "vm", "value", "diagnostic"])],
    &[("vrlet", &[ALL_BELOW])],
    &[
        ("pipeline", &["vrlet"]),
        ("fixture", &["vrlet"]),
        ("manual", &["vrlet"]),
        ("arrow", &["vrlet"]),
    ],
    &[("ide", &["vrlet", "manual", "format"]), ("store", &["vrlet", "arrow"])],
    &[
        ("cli", &["vrlet", "pipeline", "ide", "fixture", "manual", "format", "arrow"]),
        ("server", &["vrlet", "pipeline", "arrow", "store", "ide", "fixture", "manual"]),
        ("capi", &["vrlet", "pipeline"]),
        ("python", &["vrlet", "pipeline", "arrow"]),
        ("wasm", &["vrlet", "ide", "fixture", "manual", "format"]),
    ],
];

/// Stands for every crate on a lower floor.
const ALL_BELOW: &str = "all below";

/// Bindings to other languages that can't do without `unsafe`, each with the reason. They state lints of
/// their own, since the workspace forbids it.
const UNSAFE: &[(&str, &str)] = &[];

/// The crates that may be named there.
const BINDINGS: &[&str] = &["capi", "python", "wasm"];

/// Crates that must not read files, environment or arguments, nor print.
const CORE: &[&str] = &[
    "value",
    "diagnostic",
    "function",
    "parser",
    "format",
    "vm",
    "stdlib",
    "schema",
    "compiler",
    "arrow",
];

/// The programs: only they know a terminal and the arguments of a process.
const PROGRAMS: &[&str] = &["cli", "server"];

/// A crate with its floor, counted from 1, and what it may use.
fn tower() -> impl Iterator<Item = (&'static str, usize, &'static [&'static str])> {
    let floors = (1..).zip(FLOORS);
    floors.flat_map(|(floor, crates)| crates.iter().map(move |(name, uses)| (*name, floor, *uses)))
}

/// The crates of the tower that exist.
fn standing() -> impl Iterator<Item = &'static str> {
    tower().map(|(name, ..)| name).filter(|name| folder(name).exists())
}

fn folder(name: &str) -> PathBuf {
    paths::repository("crates").join(name)
}

fn manifest(name: &str) -> Table {
    paths::read(&folder(name).join("Cargo.toml")).parse().unwrap()
}

/// The dependencies in a manifest, or in the part of one for a platform, by their section.
fn dependencies(manifest: &Table) -> Vec<(&str, &str, &Value)> {
    let mut found = Vec::new();
    for (section, content) in manifest {
        let tables = content.as_table().into_iter();
        match section.as_str() {
            "dependencies" | "dev-dependencies" | "build-dependencies" => found
                .extend(tables.flatten().map(|(name, how)| (section.as_str(), name.as_str(), how))),
            "target" => found
                .extend(tables.flatten().filter_map(|it| it.1.as_table()).flat_map(dependencies)),
            _ => {}
        }
    }
    found
}

/// Whether code of a file may be `unsafe`: it belongs to a binding that is exempt by name.
pub fn may_be_unsafe(file: &str) -> bool {
    UNSAFE.iter().any(|(name, _)| file.starts_with(&format!("crates/{name}/")))
}

#[test]
fn crates_use_only_what_is_below() {
    for (name, floor, uses) in tower().filter(|(name, ..)| folder(name).exists()) {
        let is_allowed = |other: &str| {
            uses.contains(&other) || uses.contains(&ALL_BELOW) && floor_of(other) < Some(floor)
        };
        for (section, dependency, _) in dependencies(&manifest(name)) {
            let own =
                dependency.strip_prefix("vrlet-").or((dependency == "vrlet").then_some("vrlet"));
            if let Some(own) = own.filter(|_| section != "dev-dependencies") {
                assert!(is_allowed(own), "crates/{name} must not use crates/{own}");
            }
        }
    }
}

fn floor_of(name: &str) -> Option<usize> {
    tower().find(|(other, ..)| *other == name).map(|(_, floor, _)| floor)
}

#[test]
fn the_table_of_the_tower_has_no_arrow_up() {
    for (name, floor, uses) in tower() {
        for used in uses.iter().filter(|used| **used != ALL_BELOW) {
            assert!(floor_of(used).is_some_and(|below| below < floor), "{name} uses {used}");
        }
        assert_eq!(tower().filter(|(other, ..)| *other == name).count(), 1, "{name} stands twice");
    }
}

#[test]
fn every_crate_is_in_the_tower() {
    for folder in std::fs::read_dir(paths::repository("crates")).unwrap() {
        let name = folder.unwrap().file_name().to_string_lossy().into_owned();
        assert!(floor_of(&name).is_some(), "crates/{name} has no floor in tests/tidy/crates.rs");
        let package = manifest(&name)["package"]["name"].as_str().unwrap().to_owned();
        assert!(
            package == name || package == format!("vrlet-{name}"),
            "crates/{name} is called {package}"
        );
    }
}

/// What stands between `before` and `after` in a document.
fn between<'text>(text: &'text str, before: &str, after: &str) -> &'text str {
    let (_, rest) = text.split_once(before).unwrap_or_else(|| panic!("there is no {before:?}"));
    rest.split_once(after).map_or(rest, |(part, _)| part)
}

#[test]
fn the_drawing_of_the_tower_is_current() {
    let document = paths::read(&paths::repository("docs/architecture.md"));
    let drawing = between(&document, "```text\n", "```");
    for (name, floor, _) in tower() {
        let line = drawing.lines().find(|line| line.starts_with(&format!("{floor} ")));
        let line = line.unwrap_or_else(|| panic!("the drawing has no floor {floor}"));
        let crates =
            line[2..].split("  ").filter(|part| !part.is_empty()).take(FLOORS[floor - 1].len());
        let names: Vec<&str> = crates.map(str::trim).collect();
        let planned = format!("({name})");
        assert!(
            names.contains(&name) || names.contains(&planned.as_str()),
            "docs/architecture.md: {name} stands on floor {floor}, where the drawing has {names:?}"
        );
    }
}

#[test]
fn the_table_of_what_crates_may_use_is_current() {
    let document = paths::read(&paths::repository("docs/architecture.md"));
    let table =
        between(&document, "| crate | may use | must never know |\n|---|---|---|\n", "\n\n");
    let mut rows = Vec::new();
    for row in table.lines() {
        let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
        let list = |cell: &str| -> BTreeSet<String> {
            cell.split(", ").filter(|name| *name != "–").map(str::to_owned).collect()
        };
        rows.extend(list(cells[0]).into_iter().map(|name| (name, list(cells[1]))));
    }
    for (name, _, uses) in tower() {
        let uses: BTreeSet<String> = uses.iter().map(|used| (*used).to_owned()).collect();
        let row = rows.iter().find(|(other, _)| *other == name);
        assert_eq!(row.map(|(_, uses)| uses), Some(&uses), "docs/architecture.md: {name}");
    }
    assert_eq!(rows.len(), tower().count(), "docs/architecture.md: a row too many");
}

#[test]
fn only_bindings_may_be_unsafe_and_with_a_reason() {
    for (name, reason) in UNSAFE {
        assert!(BINDINGS.contains(name) && folder(name).exists(), "{name} is no binding");
        assert!(reason.contains(' '), "{name}: say why");
    }
    assert!(BINDINGS.iter().all(|name| floor_of(name) == Some(FLOORS.len())));
}

#[test]
fn every_dependency_is_declared_once_with_its_reason() {
    let root = paths::read(&paths::repository("Cargo.toml"));
    let mut in_dependencies = false;
    let mut has_reason = false;
    for line in root.lines() {
        if line.starts_with('[') {
            in_dependencies = line == "[workspace.dependencies]";
        } else if line.starts_with('#') {
            has_reason = true;
        } else if line.is_empty() {
            has_reason = false;
        } else if in_dependencies && line.contains(" = ") {
            // A reason may stand for several lines below it, such as a crate and its macros.
            assert!(line.starts_with("vrlet") || has_reason, "Cargo.toml: say why: {line}");
        }
    }
    for name in standing() {
        for (_, dependency, how) in dependencies(&manifest(name)) {
            let inherited = how.get("workspace").and_then(Value::as_bool) == Some(true);
            assert!(
                inherited,
                "crates/{name}: declare {dependency} in the root and write `{dependency}.workspace = true`"
            );
        }
    }
}

#[test]
fn the_parser_knows_nothing_of_values_but_roots_of_paths() {
    for path in paths::files(&paths::repository("crates/parser/src"), ".rs") {
        for line in paths::read(&path).lines().filter(|line| line.contains("vrlet_value")) {
            assert_eq!(line, "use vrlet_value::Root;", "{}", paths::name(&path));
        }
    }
}

#[test]
fn every_crate_takes_the_workspace_lints() {
    for name in standing().filter(|name| !may_be_unsafe(&format!("crates/{name}/"))) {
        let lints = manifest(name).get("lints").and_then(|lints| lints.get("workspace")?.as_bool());
        assert_eq!(lints, Some(true), "crates/{name}");
    }
}

/// Fails where one of these words stands in the code of one of these crates.
fn refuse<'a>(crates: impl Iterator<Item = &'a str>, words: &[&str]) {
    for name in crates.filter(|name| folder(name).exists()) {
        for path in paths::files(&folder(name).join("src"), ".rs") {
            let text = paths::read(&path);
            for line in text.lines().filter(|line| !line.trim_start().starts_with("//")) {
                let word = words.iter().find(|word| line.contains(**word));
                assert_eq!(word, None, "{}: does not belong there: {line}", paths::name(&path));
            }
        }
    }
}

#[test]
fn the_core_does_no_input_or_output() {
    let words = ["std::fs", "std::env", "std::process", "std::net::Tcp", "std::net::Udp"];
    refuse(CORE.iter().copied(), &words);
}

#[test]
fn only_programs_know_a_terminal_and_arguments() {
    let words = ["env::args", "println!", "print!(", "IsTerminal", "is_terminal()", "clap::"];
    refuse(tower().map(|(name, ..)| name).filter(|name| !PROGRAMS.contains(name)), &words);
}
