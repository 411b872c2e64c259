//! Advice that is followed: programs as people type them who come from other languages. Each edit that a
//! diagnostic offers is made, one after the other, until the program compiles; then it runs, also where the
//! fields are missing.

use vrlet::diagnostic::{Code, Diagnostic, Note};
use vrlet::{Event, Outcome};

use crate::engine;

/// Programs, one a line; `? ` stands before those whose errors have advice for people alone, `\n` for a newline.
const PROGRAMS: &str = include_str!("wrong_programs.txt");

/// A slip rarely hides more.
const ROUNDS: usize = 12;
/// A function that this build has not.
const LEFT_OUT: &str = "left out";

fn errors(program: &str) -> Vec<Diagnostic> {
    engine().compile(program).err().map(|error| error.diagnostics).unwrap_or_default()
}

/// The program after the edits of a diagnostic.
fn followed(program: &str, diagnostic: &Diagnostic) -> String {
    let mut edits: Vec<_> = diagnostic.edits.iter().collect();
    edits.sort_by_key(|edit| std::cmp::Reverse((edit.span.start, edit.span.end)));
    let mut text = program.to_owned();
    for edit in edits {
        text.replace_range(edit.span.range(), &edit.replacement);
    }
    text
}

fn has_help(diagnostic: &Diagnostic) -> bool {
    diagnostic.notes.iter().any(|note| matches!(note, Note::Help(_)))
}

/// What becomes of a program whose advice is followed; or where that leads nowhere.
fn follow(program: &str) -> Result<String, String> {
    let mut text = program.to_owned();
    for _ in 0..ROUNDS {
        let errors = errors(&text);
        if errors.is_empty() {
            return Ok(text);
        }
        // A build of this crate alone leaves functions out.
        if errors.iter().any(|error| error.code == Code::FeatureMissing) {
            return Err(LEFT_OUT.to_owned());
        }
        let Some(next) = errors.iter().find(|error| !error.edits.is_empty()) else {
            return Err(format!("no edit in `{text}`: {}", errors[0].message));
        };
        let after = followed(&text, next);
        if after == text {
            return Err(format!("an edit that changes nothing in `{text}`: {}", next.message));
        }
        text = after;
    }
    Err(format!("no end, `{text}`: {:?}", errors(&text).first().map(|error| &error.message)))
}

fn programs() -> impl Iterator<Item = String> {
    let lines = PROGRAMS.lines().filter(|line| !line.is_empty() && !line.starts_with("# "));
    lines.map(|line| line.replace("\\n", "\n"))
}

#[test]
fn advice_that_is_followed_leads_to_a_program_that_runs() {
    let mut problems = Vec::new();
    for program in programs().filter(|program| !program.starts_with("? ")) {
        let text = match follow(&program) {
            Ok(text) => text,
            Err(problem) if problem == LEFT_OUT => continue,
            Err(problem) => {
                problems.push(format!("{program}\n    {problem}"));
                continue;
            }
        };
        let fails_by_design = program.contains("!(") || text.contains("!(");
        let compiled = engine().compile(&text).unwrap();
        let ended = compiled.vm().run(&mut Event::from_json("{}").unwrap());
        if let Err(failure) = &ended
            && !fails_by_design
        {
            problems.push(format!("{program}\n    `{text}` fails: {failure:?}"));
        } else if let Ok(Outcome::Aborted(_)) = ended
            && !text.contains("abort")
        {
            problems.push(format!("{program}\n    `{text}` aborts"));
        }
    }
    assert!(problems.is_empty(), "\n{}\n{} problems", problems.join("\n"), problems.len());
}

#[test]
fn what_has_no_edit_has_advice() {
    let mut problems = Vec::new();
    for line in programs().filter(|program| program.starts_with("? ")) {
        let program = &line[2..];
        let errors = errors(program);
        if errors.is_empty() {
            problems.push(format!("{program}\n    compiles"));
        } else if follow(program).is_ok() {
            problems.push(format!("{program}\n    can be followed now"));
        } else if !errors.iter().any(has_help) {
            problems.push(format!("{program}\n    without advice: {}", errors[0].message));
        }
    }
    assert!(problems.is_empty(), "\n{}", problems.join("\n"));
}
