//! The builtins: their fixtures, their examples, and calls made up at random.

mod calls;
mod examples;
mod fits;
mod literal;
mod random;
mod reach;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use vrlet::Engine;

use crate::fixture::run_folder;
use crate::paths;

#[test]
fn fixtures() {
    run_folder("functions");
}

/// The files below a folder by their stems, each with its folder's name.
fn by_stem(folder: &Path, suffix: &str) -> BTreeMap<String, BTreeSet<PathBuf>> {
    let mut files: BTreeMap<String, BTreeSet<PathBuf>> = BTreeMap::new();
    for path in paths::files(folder, suffix) {
        let stem = path.file_stem().unwrap().to_string_lossy().into_owned();
        let below = path.parent().unwrap().strip_prefix(folder).unwrap().to_owned();
        files.entry(stem).or_default().insert(below);
    }
    files
}

#[test]
fn every_function_has_a_fixture_of_its_name() {
    let mut sources = by_stem(&paths::repository("crates/stdlib/src"), ".rs");
    // A list of modules, not the source of the function `mod`.
    sources.remove("mod");
    let fixtures = by_stem(&paths::tests("functions"), ".vrl");
    let tables = by_stem(&paths::tests("enrichment"), ".vrl");
    let engine = Engine::builder().build();
    let mut problems = Vec::new();
    for name in engine.functions().iter().map(|function| function.name) {
        match (fixtures.get(name), sources.get(name)) {
            (Some(fixture), Some(source)) if !fixture.is_subset(source) => problems.push(format!(
                "{name}: its source is in {source:?} and its fixture in {fixture:?}, expected folders of one name"
            )),
            (Some(_), _) => {}
            (None, _) if tables.contains_key(name) => {}
            (None, _) => problems.push(format!("{name}: expected a fixture `{name}.vrl`")),
        }
    }
    assert!(problems.is_empty(), "\n{}", problems.join("\n"));
}
