//! The longest scripts of the tests, each with its event: programs that nobody wrote to be measured.

use std::path::{Path, PathBuf};

/// How many scripts there are.
const COUNT: usize = 20;

/// A case of a fixture: its program and its event.
struct Script {
    name: String,
    program: String,
    event: String,
}

/// The names of the scripts.
#[must_use]
pub fn names() -> Vec<String> {
    longest().into_iter().map(|script| script.name).collect()
}

/// The program and the input of a script.
///
/// # Panics
/// Where there is none of the name.
#[must_use]
pub fn named(name: &str, events: usize) -> (String, Vec<u8>) {
    let script = longest().into_iter().find(|script| script.name == name).expect("a script");
    (script.program, format!("{}\n", script.event).repeat(events).into_bytes())
}

/// Those that both engines run, to equal results, the longest first.
fn longest() -> Vec<Script> {
    let mut scripts = Vec::new();
    for folder in ["functions", "language"] {
        collect(&root().join(folder), &mut scripts);
    }
    scripts.sort_by_key(|script| std::cmp::Reverse(script.program.len()));
    scripts.retain(runs_alike);
    scripts.truncate(COUNT);
    scripts
}

fn root() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

fn collect(folder: &Path, scripts: &mut Vec<Script>) {
    let entries = std::fs::read_dir(folder).expect("a folder of tests");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.sort_unstable();
    for path in paths {
        if path.is_dir() {
            collect(&path, scripts);
        } else if path.extension().is_some_and(|extension| extension == "vrl") {
            let text = std::fs::read_to_string(&path).expect("a fixture");
            scripts.extend(cases(&path, &text));
        }
    }
}

/// The cases of a fixture that have an event of their own and ask for nothing else.
fn cases(path: &Path, text: &str) -> Vec<Script> {
    let name = path.strip_prefix(root()).unwrap_or(path).display();
    let blocks = text.split("\n# case:").skip(1).enumerate();
    let scripts = blocks.filter_map(|(number, block)| {
        let event = block.lines().find_map(|line| line.strip_prefix("# event: "))?;
        let foreign =
            ["# clock", "# table", "# file", "# timezone", "# secret", "# error", "# fails"];
        let asks_more = block.lines().any(|line| foreign.iter().any(|it| line.starts_with(it)));
        let program: Vec<&str> =
            block.lines().skip(1).filter(|line| !line.starts_with('#')).collect();
        let name = format!("case {} of {name}", number + 1);
        let script = Script { name, program: program.join("\n"), event: event.to_owned() };
        (!asks_more && !script.program.trim().is_empty()).then_some(script)
    });
    scripts.collect()
}

#[cfg(feature = "reference")]
fn runs_alike(script: &Script) -> bool {
    use crate::contest::{Contestant, ours, reference};
    let (Some(mut reference), Some(mut ours)) =
        (reference::Reference::of(&script.program), ours::Ours::of(&script.program))
    else {
        return false;
    };
    let run = |contestant: &mut dyn Contestant| {
        let mut out = Vec::new();
        contestant.run(script.event.as_bytes(), &mut out);
        serde_json::from_slice::<serde_json::Value>(&out).ok()
    };
    let result = run(&mut reference);
    result.is_some() && result == run(&mut ours)
}

#[cfg(not(feature = "reference"))]
fn runs_alike(script: &Script) -> bool {
    crate::contest::ours::Ours::of(&script.program).is_some()
}
