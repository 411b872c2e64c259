//! `vrlet test --coverage`: which lines and branches of the scripts ran, as a table, in HTML or for lcov.

mod html;
mod lcov;
mod text;

use std::fs;
use std::path::PathBuf;

use vrlet::diagnostic::Style;
use vrlet_fixture::Coverage;

use crate::arguments::{CoverageFormat, TestArguments, TestFormat};
use crate::cli_error::CliError;
use crate::terminal::{self, Terminal};

/// Shows what ran, as it was asked for; whether it is enough.
///
/// # Errors
/// Where a file can't be written.
pub fn show(
    coverage: &Coverage,
    arguments: &TestArguments,
    terminal: &Terminal,
) -> Result<bool, CliError> {
    let TestArguments { coverage: format, coverage_min, .. } = arguments;
    if format.is_none() && coverage_min.is_none() {
        return Ok(true);
    }
    if coverage.scripts().next().is_none() {
        terminal.say(
            "nothing to cover: no case runs a script; name one with `# script: FILE`, or write the cases \
             below the script itself\n",
        );
    }
    match (format, file(arguments)) {
        (None, _) => {}
        (Some(CoverageFormat::Text), None) => match arguments.format {
            TestFormat::Pretty => {
                terminal::print(&format!("\n{}", text::table(coverage, terminal.page_style)))?;
            }
            TestFormat::Tap | TestFormat::Json => {
                terminal.say(&text::table(coverage, terminal.style));
            }
        },
        (Some(format), Some(file)) => {
            let text = match format {
                CoverageFormat::Text => text::table(coverage, Style::Plain),
                CoverageFormat::Lcov => lcov::tracefile(coverage),
                CoverageFormat::Html => html::page(coverage),
            };
            fs::write(&file, text).map_err(|error| CliError::unwritable(file.display(), &error))?;
            terminal.say(&format!("coverage written to {}\n", file.display()));
        }
        (Some(CoverageFormat::Lcov | CoverageFormat::Html), None) => {
            unreachable!("those have a file of their own")
        }
    }
    let percent = coverage.lines().and(coverage.branches()).percent();
    let is_enough = coverage_min.is_none_or(|least| percent >= least);
    if let (false, Some(least)) = (is_enough, coverage_min) {
        terminal.say(&format!(
            "{percent:.1} % of lines and branches ran, expected at least {least} %\n"
        ));
    }
    Ok(is_enough)
}

/// The file that coverage goes to, if it goes to one.
pub fn file(arguments: &TestArguments) -> Option<PathBuf> {
    let named = || arguments.coverage_file.clone();
    match arguments.coverage? {
        CoverageFormat::Text => named(),
        CoverageFormat::Lcov => Some(named().unwrap_or("lcov.info".into())),
        CoverageFormat::Html => Some(named().unwrap_or("coverage.html".into())),
    }
}
