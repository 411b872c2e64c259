//! Generates `docs/differences.md` from the rules and their cases.

use std::fmt::{self, Write};
use std::fs;
use std::path::Path;

use crate::rules::{Case, Rule, Source, THEMES, Theme};

const PAGE: &str = "docs/differences.md";

const HEAD: &str = "\
# Where vrlet differs from the reference

Programs that the reference accepts mean the same in vrlet, but for what stands here: programs that only
vrlet accepts, programs that both refuse with another code, and results that differ on purpose. The
reference is VRL 0.38.0. ✗203 is a compile error with that code, ⚠900 a warning, ⇒ a result, ⏎ a newline.

`tests/conformance` writes this page from its rules: `cargo run --release -- --write-page`. Each run makes
sure of every program below, and that random programs differ in nothing else.
";

const TAIL: &str = "
## What is not compared

- What differs from run to run, or lies outside of the program: the clock, chance, names of the machine, the
  network. Of `dns_lookup` it is the type alone.
- Tables and what else only vrlet has, other time zones than UTC, and programs without `--strict`, where
  needless handling is a warning.
- The order of an object's keys in what comes out: vrlet keeps that of the event, with new keys at its end; the
  reference sorts them. Wherever a program can see an order it is the sorted one in both.
- The wording and the places of errors and warnings: only their codes.
";

/// Writes the page into the repository.
///
/// # Errors
/// Where it can't be written.
pub fn write(repository: &Path) -> Result<(), String> {
    fs::write(repository.join(PAGE), text()).map_err(|error| format!("{PAGE}: {error}"))
}

/// What is wrong with the page in the repository.
pub fn check(repository: &Path) -> Option<String> {
    match fs::read_to_string(repository.join(PAGE)) {
        Ok(current) if current == text() => None,
        Ok(_) => Some(format!("{PAGE} is not what the rules say: write it with --write-page")),
        Err(error) => Some(format!("{PAGE}: {error}")),
    }
}

fn text() -> String {
    let mut page = HEAD.to_owned();
    for theme in THEMES {
        write_theme(&mut page, theme).unwrap_or_else(|_| unreachable!("a string takes any text"));
    }
    page + TAIL
}

fn write_theme(page: &mut String, theme: &Theme) -> fmt::Result {
    writeln!(page, "\n## {}\n", theme.title)?;
    if !theme.about.is_empty() {
        writeln!(page, "{}\n", theme.about)?;
    }
    let (shown, told): (Vec<&Rule>, Vec<&Rule>) =
        theme.rules.iter().partition(|rule| !rule.cases.is_empty());
    if !shown.is_empty() {
        writeln!(page, "| program | reference | vrlet | reason |\n|---|---|---|---|")?;
        for rule in shown {
            write_rows(page, rule)?;
        }
    }
    let told = told.into_iter().map(|rule| format!("{}: {}", rule.name, rule.reason));
    let notes = told.chain(theme.notes.iter().map(|note| (*note).to_owned()));
    for (number, note) in notes.enumerate() {
        let gap = if number == 0 && !page.ends_with("\n\n") { "\n" } else { "" };
        writeln!(page, "{gap}- {note}")?;
    }
    Ok(())
}

/// A row for the cases in a row that come out alike.
fn write_rows(page: &mut String, rule: &Rule) -> fmt::Result {
    let alike =
        |one: &Case, other: &Case| (one.reference, one.vrlet) == (other.reference, other.vrlet);
    for (number, cases) in rule.cases.chunk_by(alike).enumerate() {
        let programs: Vec<String> = cases.iter().map(program).collect();
        let (programs, first) = (programs.join(", "), &cases[0]);
        let reason = if number == 0 { rule.reason } else { "the same" };
        writeln!(
            page,
            "| {programs} | {} | {} | {} |",
            answer(first.reference),
            answer(first.vrlet),
            cell(reason)
        )?;
    }
    Ok(())
}

fn program(case: &Case) -> String {
    let over =
        if case.event == "{}" { String::new() } else { format!(" over {}", code(case.event)) };
    match case.program {
        Source::Text(text) => code(&text.replace('\u{feff}', "U+FEFF ")) + &over,
        Source::Made { shown, .. } => cell(shown) + &over,
    }
}

fn answer(text: &str) -> String {
    match text.strip_prefix("⇒ ") {
        Some(value) => format!("⇒ {}", code(value)),
        None if text == "⚠" => "no warning".to_owned(),
        None => cell(text),
    }
}

/// Code within a cell of a table.
fn code(text: &str) -> String {
    let quote = if text.contains('`') { "`` " } else { "`" };
    format!("{quote}{}{}", cell(text), quote.chars().rev().collect::<String>())
}

/// Text within a cell of a table.
fn cell(text: &str) -> String {
    text.replace('\n', "⏎").replace('|', "\\|")
}
