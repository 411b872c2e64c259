//! Cargo features: the page of embedding tells of the same ones as the code, and the command has them all.

use toml::Table;
use vrlet::names::FEATURES;

use crate::paths;

/// Features that bring no functions.
const OTHERS: &[&str] = &["mmdb"];

#[test]
fn the_page_of_embedding_lists_every_feature_with_its_functions() {
    let page = paths::read(&paths::repository("docs/embedding.md"));
    let mut names = Vec::new();
    for feature in FEATURES {
        let functions: Vec<_> = feature.functions.iter().map(|name| format!("`{name}`")).collect();
        let row = format!("| `{}` | {}", feature.name, functions.join(", "));
        let found = page.lines().find(|line| line.starts_with(&row));
        let rest = found.and_then(|line| line.strip_prefix(&row));
        let ends = rest.is_some_and(|rest| rest.starts_with(" |") || rest.starts_with(';'));
        assert!(ends, "docs/embedding.md: expected the row\n{row} |");
        names.push(feature.name);
    }
    names.extend(OTHERS);
    names.sort_unstable();
    let rows = page.lines().skip_while(|line| *line != "| feature | functions |").skip(2);
    let rows = rows.take_while(|line| line.starts_with('|'));
    let listed: Vec<_> = rows.filter_map(|row| row.split('`').nth(1)).collect();
    assert_eq!(listed, names, "docs/embedding.md");
}

#[test]
fn engine_and_command_have_every_feature_and_all_by_default() {
    let mut names: Vec<&str> =
        FEATURES.iter().map(|feature| feature.name).chain(OTHERS.iter().copied()).collect();
    names.sort_unstable();
    for name in ["vrlet", "cli"] {
        let path = paths::repository("crates").join(name).join("Cargo.toml");
        let manifest: Table = paths::read(&path).parse().unwrap();
        let features = manifest["features"].as_table().unwrap();
        let mut defined: Vec<_> = features.keys().filter(|name| *name != "default").collect();
        defined.sort_unstable();
        assert_eq!(defined, names, "crates/{name}/Cargo.toml");
        let by_default: Vec<_> = features["default"].as_array().unwrap().iter().collect();
        assert_eq!(by_default.len(), names.len(), "crates/{name}/Cargo.toml: `default`");
    }
}
