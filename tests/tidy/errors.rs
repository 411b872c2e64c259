//! Generates `docs/errors.md` from the explanations of all codes with `UPDATE=1`, and checks that it is
//! current.

use std::fmt::Write;

use vrlet::diagnostic::{Code, Example};

use crate::paths;

const OPENING: &str = "\
# Errors and warnings

What the codes of errors and warnings mean, with an example and the ways out of each. The numbers are VRL's.
`vrlet explain E103` says the same at the terminal; `vrlet check --fix` applies the ways out that change
nothing in what a program means.

Codes from 300 to 316 are failures of a program that runs, or the reason why a function refuses a
constant; codes from 400 are such reasons as well. 620, 801 and 900 are warnings, and 104 and 651 are
unless `--strict` is given.
";

/// The page.
fn page() -> String {
    let mut text = OPENING.to_owned();
    text.push_str("\n| code | title |\n|---|---|\n");
    for code in Code::ALL {
        let anchor = code.to_string().to_lowercase();
        let _ = writeln!(text, "| [{code}](#{anchor}) | {} |", code.title().replace('|', "\\|"));
    }
    for code in Code::ALL {
        let explanation = code.explanation();
        let _ = write!(text, "\n## {code}\n\n**{}**\n\n", capital(code.title()));
        let _ = writeln!(text, "{}", explanation.about);
        match explanation.example {
            Example::Raises(program) => block(&mut text, "", program),
            Example::AsReason(program) => {
                block(&mut text, "Reported as [E610](#e610):\n\n", program)
            }
            Example::AtRunTime(program) => block(&mut text, "When the program runs:\n\n", program),
            Example::Missing(reason) => {
                let _ = writeln!(text, "\nNo example: {reason}.");
            }
        }
        for fix in explanation.fixes {
            block(&mut text, &format!("{}:\n\n", fix.title), fix.program);
        }
    }
    text
}

fn block(text: &mut String, before: &str, program: &str) {
    let _ = write!(text, "\n{before}```coffee\n{program}\n```\n");
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[test]
fn the_page_of_errors_is_current() {
    let path = paths::repository("docs/errors.md");
    let page = page();
    if std::env::var_os("UPDATE").is_some_and(|value| value == "1") {
        std::fs::write(path, page).unwrap();
        return;
    }
    assert!(
        paths::read(&path) == page,
        "docs/errors.md is out of date: run the tests with UPDATE=1"
    );
}
