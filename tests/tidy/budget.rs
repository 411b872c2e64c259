//! How many crates a build takes: a newcomer waits for every one of them.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use crate::paths;

/// The most crates that the command may consist of, its own and the macros among them.
const COMMAND: usize = 220;
/// The same of the library without its default features.
const LIBRARY: usize = 60;

/// Crates of which the command has more than one major version, each with the reason.
const SEVERAL: &[(&str, &str)] =
    &[("getrandom", "`ring` uses 0.2, `ahash` 0.3; the engine uses what is current")];

/// The crates of a package, by their names and versions, as cargo tells without building or downloading.
fn crates(package: &str, features: &[&str]) -> BTreeSet<(String, String)> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(["tree", "--locked", "--offline", "--edges", "normal", "--prefix", "none"])
        .args(["--package", package])
        .args(features)
        .current_dir(paths::repository(""))
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).unwrap();
    let parts = text.lines().map(|line| line.split(' '));
    parts.filter_map(|mut words| Some((words.next()?.into(), words.next()?.into()))).collect()
}

/// What two versions have in common that may stand for each other.
fn major(version: &str) -> String {
    let mut parts = version.trim_start_matches('v').split('.');
    match (parts.next(), parts.next()) {
        (Some("0"), Some(minor)) => format!("0.{minor}"),
        (major, _) => major.unwrap_or_default().to_owned(),
    }
}

#[test]
fn command_and_library_keep_to_their_numbers_of_crates() {
    let command = crates("vrlet-cli", &[]);
    assert!(command.len() < COMMAND, "{} crates: {command:#?}", command.len());
    let library = crates("vrlet", &["--no-default-features"]);
    assert!(library.len() < LIBRARY, "{} crates: {library:#?}", library.len());
}

#[test]
fn no_crate_comes_in_several_majors_without_a_reason() {
    let mut majors: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (name, version) in crates("vrlet-cli", &[]) {
        majors.entry(name).or_default().insert(major(&version));
    }
    let found: Vec<_> =
        majors.iter().filter(|(_, of_one)| of_one.len() > 1).map(|(name, _)| &**name).collect();
    let expected: Vec<_> = SEVERAL.iter().map(|(name, _)| *name).collect();
    assert_eq!(found, expected, "what is new needs another version, or a reason");
}
