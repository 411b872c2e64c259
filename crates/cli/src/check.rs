//! `vrlet check`: compiles scripts without running them and prints the diagnostics.

use std::path::Path;

use serde::Serialize;
use vrlet::Engine;
use vrlet::diagnostic::{Diagnostic, LineIndex, Note, Severity, Span};

use crate::arguments::{CheckArguments, Format};
use crate::cli_error::CliError;
use crate::exit::Exit;
use crate::fix::{Destination, fix};
use crate::program::{Source, engine};
use crate::terminal::{self, Terminal};

/// Compiles scripts and prints what there is to say of them.
///
/// # Errors
/// Where there is nothing to check, or what programs may use can't be had.
pub fn check(arguments: CheckArguments, terminal: &Terminal) -> Result<Exit, CliError> {
    let CheckArguments { scripts, expression, setting, fix: mend, format } = arguments;
    let engine = engine(&setting)?;
    let sources: Vec<_> = match expression {
        Some(text) => vec![(Ok(Source::expression(text)), Destination::Output)],
        None if scripts.is_empty() => return Err(CliError::no_script("check")),
        None => scripts.iter().map(|path| (Source::read(path), destination(path))).collect(),
    };
    let mut exit = Exit::Success;
    for (source, destination) in sources {
        let source = match source {
            Ok(source) if mend => fix(source, destination, &engine, terminal),
            source => source,
        };
        let is_sound = match source {
            Ok(source) => match format {
                Format::Text => source.compile(&engine, terminal).is_some(),
                Format::Json => print_json(&source, &engine)?,
            },
            // The other scripts are checked all the same.
            Err(error) => {
                terminal.print_error(&error);
                false
            }
        };
        if !is_sound {
            exit = Exit::Unusable;
        }
    }
    Ok(exit)
}

/// Where a mended script goes.
fn destination(path: &Path) -> Destination<'_> {
    if path == Path::new("-") { Destination::Output } else { Destination::File(path) }
}

fn print_json(source: &Source, engine: &Engine) -> Result<bool, CliError> {
    let (diagnostics, is_sound) = match engine.compile(&source.text) {
        Ok(program) => (program.warnings().to_vec(), true),
        Err(error) => (error.diagnostics, false),
    };
    let lines = LineIndex::new(&source.text);
    for diagnostic in &diagnostics {
        terminal::print_json(&Line::new(diagnostic, &source.origin, &lines))?;
    }
    Ok(is_sound)
}

/// A diagnostic as tools read it.
#[derive(Serialize)]
struct Line<'a> {
    file: &'a str,
    severity: &'static str,
    code: u16,
    message: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    notes: Vec<&'a str>,
}

impl<'a> Line<'a> {
    fn new(diagnostic: &'a Diagnostic, file: &'a str, lines: &LineIndex<'_>) -> Self {
        let span = diagnostic.span().unwrap_or(Span { start: 0, end: 0 });
        let (start, end) = (lines.line_column(span.start), lines.line_column(span.end));
        Self {
            file,
            severity: match diagnostic.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
            },
            code: diagnostic.code.number(),
            message: &diagnostic.message,
            line: start.line,
            column: start.column,
            end_line: end.line,
            end_column: end.column,
            notes: diagnostic
                .notes
                .iter()
                .map(|(Note::Help(text) | Note::Note(text))| text.as_str())
                .collect(),
        }
    }
}
