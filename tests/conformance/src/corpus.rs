//! The corpus of existing programs: the examples of every builtin, and the fixtures of the workspace's
//! tests.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value as Json;
use vrlet::function::Registry;
use vrlet_fixture::{Run, Settings, parse};

/// A program with its events.
pub struct Sample {
    pub name: String,
    pub source: String,
    pub events: Vec<String>,
}

/// The examples of the builtins.
pub fn examples(registry: &Registry) -> Vec<Sample> {
    let examples = registry.iter().flat_map(|function| {
        function.examples.iter().map(|example| Sample {
            name: format!("{}: {}", function.name, example.title),
            source: example.source.to_owned(),
            events: vec![example.event.to_owned()],
        })
    });
    examples.collect()
}

/// The cases of the fixture files below `tests/`.
///
/// # Errors
/// The file that can't be read.
pub fn fixtures(repository: &Path) -> Result<Vec<Sample>, String> {
    let mut samples = Vec::new();
    for folder in ["language", "diagnostics", "functions"] {
        let mut files = Vec::new();
        find_programs(&repository.join("tests").join(folder), &mut files)?;
        files.sort();
        for file in files {
            let text = fs::read_to_string(&file).map_err(|error| error.to_string())?;
            let fixture = parse(&text).map_err(|error| format!("{}: {error}", file.display()))?;
            let stem = file.strip_prefix(repository).unwrap_or(&file).display().to_string();
            for case in fixture.cases {
                // Tables are vrlet's own, and UTC is all that both can be told.
                let Settings { timezone, tables, read_only, .. } = &case.settings;
                if timezone.is_some() || !tables.is_empty() || !read_only.is_empty() {
                    continue;
                }
                let mut events: Vec<String> =
                    case.runs.into_iter().flat_map(|Run { events, .. }| events).collect();
                if events.iter().any(|event| event.starts_with('@') || !is_read_alike(event)) {
                    continue;
                }
                if events.is_empty() {
                    events.push("{}".to_owned());
                }
                let source = match &case.settings.files {
                    Some(folder) => from_repository(&case.source, repository, folder)?,
                    None => case.source,
                };
                samples.push(Sample { name: format!("{stem}: {}", case.name), source, events });
            }
        }
    }
    Ok(samples)
}

/// Whether the reference reads all of an event: numbers beyond 64 bits it rounds, or refuses.
fn is_read_alike(event: &str) -> bool {
    serde_json::from_str(event).is_ok_and(|event| has_short_numbers(&event))
}

fn has_short_numbers(value: &Json) -> bool {
    /// As many digits as every float has, with sign and point.
    const LONGEST: usize = 17;
    match value {
        Json::Number(number) => number.is_i64() || number.to_string().len() <= LONGEST,
        Json::Array(items) => items.iter().all(has_short_numbers),
        Json::Object(fields) => fields.values().all(has_short_numbers),
        Json::Null | Json::Bool(_) | Json::String(_) => true,
    }
}

/// The program with the files of its folder named from the top of the repository, where both engines run.
fn from_repository(source: &str, repository: &Path, folder: &str) -> Result<String, String> {
    let mut source = source.to_owned();
    let files = fs::read_dir(repository.join(folder));
    for file in files.map_err(|error| format!("{folder}: {error}"))? {
        let name = file.map_err(|error| error.to_string())?.file_name();
        let name = name.to_string_lossy();
        source = source.replace(&format!("\"{name}\""), &format!("\"{folder}/{name}\""));
    }
    Ok(source)
}

fn find_programs(folder: &Path, found: &mut Vec<PathBuf>) -> Result<(), String> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    for entry in entries {
        let path = entry.map_err(|error| error.to_string())?.path();
        if path.is_dir() {
            find_programs(&path, found)?;
        } else if path.extension().is_some_and(|extension| extension == "vrl") {
            found.push(path);
        }
    }
    Ok(())
}
