//! The tower: which crate may use which, and that the core touches nothing of the world.

use toml::Table;

use crate::paths;

/// Each crate with those that it may use, lowest first.
const TOWER: &[(&str, &[&str])] = &[
    ("value", &[]),
    ("diagnostic", &[]),
    ("function", &["value", "diagnostic"]),
    ("parser", &["value", "diagnostic"]),
    ("vm", &["function", "value", "diagnostic"]),
    ("stdlib", &["function", "value"]),
    ("enrichment", &["function", "value"]),
    ("compiler", &["parser", "function", "vm", "value", "diagnostic"]),
    (
        "vrlet",
        &["value", "diagnostic", "function", "parser", "vm", "stdlib", "enrichment", "compiler"],
    ),
    ("pipeline", &["vrlet"]),
    ("fixture", &["vrlet"]),
    ("manual", &["vrlet"]),
    ("cli", &["vrlet", "pipeline", "fixture", "manual"]),
];

/// Crates that must not read files, environment or arguments, nor print.
const CORE: &[&str] = &["value", "diagnostic", "function", "parser", "vm", "stdlib", "compiler"];

fn manifest(folder: &str) -> Table {
    paths::read(&paths::repository(folder).join("Cargo.toml")).parse().unwrap()
}

#[test]
fn no_arrow_runs_up() {
    for (name, allowed) in TOWER {
        let manifest = manifest(&format!("crates/{name}"));
        for section in ["dependencies", "build-dependencies"] {
            let Some(dependencies) = manifest.get(section).and_then(|it| it.as_table()) else {
                continue;
            };
            for dependency in dependencies.keys() {
                let own = dependency
                    .strip_prefix("vrlet-")
                    .or((dependency == "vrlet").then_some("vrlet"));
                if let Some(own) = own {
                    assert!(allowed.contains(&own), "crates/{name} must not use crates/{own}");
                }
            }
        }
    }
}

#[test]
fn every_crate_is_in_the_tower() {
    let folders = std::fs::read_dir(paths::repository("crates")).unwrap();
    for folder in folders {
        let name = folder.unwrap().file_name().to_string_lossy().into_owned();
        assert!(
            TOWER.iter().any(|(known, _)| *known == name),
            "crates/{name} has no floor in tests/tidy/crates.rs"
        );
        let package =
            manifest(&format!("crates/{name}"))["package"]["name"].as_str().unwrap().to_owned();
        assert!(
            package == name || package == format!("vrlet-{name}"),
            "crates/{name} is called {package}"
        );
    }
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
    for (name, _) in TOWER {
        for (section, dependencies) in &manifest(&format!("crates/{name}")) {
            if !section.ends_with("dependencies") {
                continue;
            }
            for (dependency, how) in dependencies.as_table().unwrap() {
                let inherited = how.get("workspace").and_then(toml::Value::as_bool) == Some(true);
                assert!(
                    inherited,
                    "crates/{name}: declare {dependency} in the root and write `{dependency}.workspace = true`"
                );
            }
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
    for (name, _) in TOWER {
        let lints = manifest(&format!("crates/{name}"))
            .get("lints")
            .and_then(|lints| lints.get("workspace")?.as_bool());
        assert_eq!(lints, Some(true), "crates/{name}");
    }
}

#[test]
fn the_core_does_no_input_or_output() {
    let words = [
        "std::fs",
        "std::env",
        "std::process",
        "std::net::Tcp",
        "std::net::Udp",
        "println!",
        "eprintln!",
        "print!(",
    ];
    for name in CORE {
        for path in paths::files(&paths::repository("crates").join(name).join("src"), ".rs") {
            let text = paths::read(&path);
            for line in text.lines().filter(|line| !line.trim_start().starts_with("//")) {
                for word in words {
                    assert!(
                        !line.contains(word),
                        "{}: {word} does not belong into the core: {line}",
                        paths::name(&path)
                    );
                }
            }
        }
    }
}
