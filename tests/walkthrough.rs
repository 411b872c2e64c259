//! Documents that lead through the command: what they write is written, what they type is run, and what
//! they show must come out.
//!
//! A block whose first line names a file behind its language is that file. In a block of the language
//! `console` a line with `$ ` is typed, and the lines below it are what comes out on both streams; a line
//! `…` stands for any lines. `UPDATE=1` writes what comes out into the document.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::{cli, place};

/// A folder in which a document is walked through.
struct Room(PathBuf);

impl Room {
    fn new(name: &str) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        let examples = place::repository("examples").canonicalize().unwrap();
        std::os::unix::fs::symlink(examples, path.join("examples")).unwrap();
        Self(path)
    }

    fn write(&self, name: &str, lines: &[&str]) {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, lines.join("\n") + "\n").unwrap();
    }

    /// What a line that is typed prints.
    fn typed(&self, line: &str) -> Vec<String> {
        let binaries = cli::executable().parent().unwrap();
        let path = format!("{}:{}", binaries.display(), std::env::var("PATH").unwrap());
        let output = Command::new("sh")
            .args(["-c", &format!("exec 2>&1\n{line}")])
            .current_dir(&self.0)
            .env("PATH", path)
            .env_remove("CI")
            .output()
            .unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        text.lines().map(str::to_owned).collect()
    }
}

/// Whether lines are those expected, where `…` stands for any.
fn is_such(expected: &[&str], got: &[String]) -> bool {
    match (expected, got) {
        ([], []) => true,
        (["…", rest @ ..], _) => (0..=got.len()).any(|skipped| is_such(rest, &got[skipped..])),
        ([first, expected @ ..], [line, got @ ..]) => first == line && is_such(expected, got),
        _ => false,
    }
}

/// Walks through a document; gives it with what really came out, and what was not as expected.
fn walk(text: &str, room: &Room) -> (String, Vec<String>) {
    let (mut written, mut wrong) = (Vec::<String>::new(), Vec::new());
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        written.push(line.to_owned());
        let Some(info) = line.strip_prefix("```").filter(|info| !info.is_empty()) else { continue };
        let block: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
        if let Some((_, file)) = info.split_once(' ') {
            room.write(file, &block);
        }
        if info != "console" {
            written.extend(block.iter().map(|line| (*line).to_owned()));
        } else {
            for typed in block.chunk_by(|_, next| !next.starts_with("$ ")) {
                let (command, expected) = typed.split_first().unwrap();
                let got = room.typed(command.strip_prefix("$ ").unwrap());
                written.push((*command).to_owned());
                if is_such(expected, &got) {
                    written.extend(expected.iter().map(|line| (*line).to_owned()));
                } else {
                    wrong.push(format!("{command}\n{}", got.join("\n")));
                    written.extend(got);
                }
            }
        }
        written.push("```".to_owned());
    }
    (written.join("\n") + "\n", wrong)
}

#[test]
fn documents_that_lead_through_the_command() {
    let is_update = std::env::var_os("UPDATE").is_some_and(|value| value == "1");
    let mut count = 0;
    for path in place::files(&place::repository("docs"), ".md") {
        let text = place::read(&path);
        if !text.contains("\n```console\n") {
            continue;
        }
        count += 1;
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let (written, wrong) = walk(&text, &Room::new(&format!("walkthrough-{name}")));
        if is_update {
            fs::write(&path, written).unwrap();
        } else {
            assert!(wrong.is_empty(), "{}:\n{}", place::name(&path), wrong.join("\n\n"));
        }
    }
    assert!(count > 0, "no document leads through the command");
}
