//! Writes the sample data of this folder: `events.ndjson`, `city.mmdb` and `asn.mmdb`. The
//! same bytes on every run and every machine.
//!
//! ```text
//! cargo run -p vrlet --example generate-flow-logs              writes into examples/flow-logs
//! cargo run -p vrlet --example generate-flow-logs -- DIR       writes into DIR
//! cargo run -p vrlet --example generate-flow-logs -- --check   fails if files would change
//! ```

mod flow;
mod mmdb;
mod networks;
mod random;
mod records;
mod scenarios;
mod traffic;
mod vpc;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// From the root of the repository.
const FOLDER: &str = "examples/flow-logs";

/// How many events there are.
const EVENTS: usize = 2_400;

/// Another seed, another hour of traffic.
const SEED: u64 = 20_240_318;

fn main() -> ExitCode {
    let mut folder = PathBuf::from(FOLDER);
    let mut check = false;
    for argument in std::env::args_os().skip(1) {
        if argument == "--check" {
            check = true;
        } else {
            folder = argument.into();
        }
    }
    let mut done = true;
    for (name, bytes) in files() {
        let path = folder.join(name);
        let problem = if check { difference(&path, &bytes) } else { written(&path, &bytes) };
        if let Some(problem) = problem {
            eprintln!("{}: {problem}", path.display());
            done = false;
        }
    }
    if done { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Every file with its content.
fn files() -> [(&'static str, Vec<u8>); 3] {
    let networks = networks::load();
    [
        ("city.mmdb", records::city_database(&networks)),
        ("asn.mmdb", records::asn_database(&networks)),
        ("events.ndjson", events(&networks).into_bytes()),
    ]
}

/// One event a line, as Firehose delivers it. No character of a record needs escaping.
fn events(networks: &[networks::Network]) -> String {
    let lines = traffic::lines(networks, SEED, EVENTS);
    lines.iter().map(|line| format!("{{\"message\":\"{line}\"}}\n")).collect()
}

/// Writes the file, or says why that was not possible.
fn written(path: &Path, bytes: &[u8]) -> Option<String> {
    fs::write(path, bytes).err().map(|error| error.to_string())
}

/// What is wrong with a file that should have this content.
fn difference(path: &Path, bytes: &[u8]) -> Option<String> {
    match fs::read(path) {
        Ok(found) if found == bytes => None,
        Ok(_) => Some("differs from what the generator writes, run it without `--check`".into()),
        Err(error) => Some(error.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    #[test]
    fn the_files_are_what_is_written() {
        let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/flow-logs"));
        for (name, bytes) in super::files() {
            assert_eq!(super::difference(&folder.join(name), &bytes), None, "{name}");
        }
    }
}
