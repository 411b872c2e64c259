//! Walkthroughs: the commands in the documents are run, and their output must be what the documents show.
//!
//! A block whose first line names a file after its language is that file. In a block of the language
//! `console` a line with `$ ` is typed, and the lines below it are what comes out on both streams; a line
//! `…` stands for any lines, and within a line for anything. `UPDATE=1 cargo test -p vrlet-cli` writes what
//! comes out into the document.
//!
//! A command `vrlet repl` starts an interactive session: lines after `vrlet> ` are typed at the prompt, in this block and
//! in those that follow.

use std::collections::VecDeque;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::paths;

/// A folder in which a document is walked through.
struct Sandbox(PathBuf);

impl Sandbox {
    fn new(name: &str) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        let examples = paths::repository("examples").canonicalize().unwrap();
        std::os::unix::fs::symlink(examples, path.join("examples")).unwrap();
        Self(path)
    }

    fn write(&self, name: &str, lines: &[&str]) {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, lines.join("\n") + "\n").unwrap();
    }

    /// What a line that is typed prints.
    fn typed(&self, line: &str, input: &str) -> Vec<String> {
        let binaries = Path::new(env!("CARGO_BIN_EXE_vrlet")).parent().unwrap();
        let path = format!("{}:{}", binaries.display(), std::env::var("PATH").unwrap());
        let mut child = Command::new("sh")
            .args(["-c", &format!("exec 2>&1\n{line}")])
            .current_dir(&self.0)
            .env("PATH", path)
            .env_remove("CI")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
        let output = child.wait_with_output().unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        text.lines().map(str::to_owned).collect()
    }

    /// What a prompt says at first, and then to each line.
    fn session(&self, command: &str, said: &[&str]) -> VecDeque<Vec<String>> {
        // A value between the answers tells them apart.
        const MARK: &str = "\"--- 8< ---\"";
        let input = format!("{MARK}\n{}\n", said.join(&format!("\n{MARK}\n")));
        let answers = self.typed(command, &input);
        answers.split(|line| line == MARK).map(<[String]>::to_vec).collect()
    }
}

/// What is said in a line at the prompt, which may show the number of an event.
fn said(line: &str) -> Option<&str> {
    let (prompt, said) = line.split_once("> ")?;
    let number = prompt.strip_prefix("vrlet")?;
    number.trim_start().bytes().all(|byte| byte.is_ascii_digit()).then_some(said)
}

/// Whether lines are those expected, where `…` stands for any.
fn is_such(expected: &[&str], got: &[String]) -> bool {
    match (expected, got) {
        ([], []) => true,
        (["…", rest @ ..], _) => (0..=got.len()).any(|skipped| is_such(rest, &got[skipped..])),
        ([first, expected @ ..], [line, got @ ..]) => {
            is_such_line(first, line) && is_such(expected, got)
        }
        _ => false,
    }
}

/// Whether a line is the one expected, where `…` stands for anything.
fn is_such_line(expected: &str, line: &str) -> bool {
    match expected.split_once('…') {
        Some((start, end)) => line.strip_prefix(start).is_some_and(|rest| rest.ends_with(end)),
        None => expected == line,
    }
}

/// Walks through a document; gives it with what really came out, and what was not as expected.
fn walk(text: &str, sandbox: &Sandbox) -> (String, Vec<String>) {
    let (mut written, mut wrong) = (Vec::<String>::new(), Vec::new());
    let mut lines = text.lines();
    let mut session = VecDeque::new();
    while let Some(line) = lines.next() {
        written.push(line.to_owned());
        let Some(info) = line.strip_prefix("```").filter(|info| !info.is_empty()) else { continue };
        let block: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
        if let Some((_, file)) = info.split_once(' ') {
            sandbox.write(file, &block);
        }
        if info != "console" {
            written.extend(block.iter().map(|line| (*line).to_owned()));
        } else {
            for typed in block.chunk_by(|_, next| !next.starts_with("$ ") && said(next).is_none()) {
                let (command, expected) = typed.split_first().unwrap();
                let got = match command.strip_prefix("$ ") {
                    Some(line) if line.starts_with("vrlet repl ") => {
                        let following = block.iter().copied().chain(lines.clone()).filter_map(said);
                        let quit = following.clone().take_while(|said| *said != ":quit");
                        session = sandbox.session(line, &quit.chain([":quit"]).collect::<Vec<_>>());
                        session.pop_front().unwrap_or_default()
                    }
                    Some(line) => sandbox.typed(line, ""),
                    None => {
                        session.pop_front().unwrap_or_else(|| panic!("nobody answers {command}"))
                    }
                };
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
    let documents = fs::read_dir(paths::repository("docs")).unwrap();
    let mut documents: Vec<_> = documents.map(|entry| entry.unwrap().path()).collect();
    documents.sort();
    for path in documents.iter().filter(|path| path.is_file()) {
        let text = fs::read_to_string(path).unwrap();
        if !text.contains("\n```console\n") {
            continue;
        }
        count += 1;
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let (written, wrong) = walk(&text, &Sandbox::new(&format!("walkthrough-{name}")));
        if is_update {
            fs::write(path, written).unwrap();
        } else {
            assert!(wrong.is_empty(), "{}:\n{}", path.display(), wrong.join("\n\n"));
        }
    }
    assert!(count > 0, "no document leads through the command");
}
