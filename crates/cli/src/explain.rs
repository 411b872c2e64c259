//! `vrlet explain`: the page of a diagnostic code: meaning, example, fixes.

use std::fmt::{self, Display, Formatter};

use vrlet::diagnostic::{Code, Example, Explanation, Fix, Style};

use crate::arguments::ExplainArguments;
use crate::cli_error::CliError;
use crate::exit::Exit;
use crate::terminal::{self, Terminal};
use crate::wrap::{heading, write_wrapped};

/// Prints the list of codes, or all about one.
///
/// # Errors
/// Where there is no such code.
pub fn explain(arguments: &ExplainArguments, terminal: &Terminal) -> Result<Exit, CliError> {
    match &arguments.code {
        None => terminal::print(&list())?,
        Some(text) => {
            terminal::print(&page(text, terminal.page_style)?)?;
        }
    }
    Ok(Exit::Success)
}

/// All about a code.
///
/// # Errors
/// Where there is no such code.
pub fn page(text: &str, style: Style) -> Result<String, CliError> {
    let code = find(text).ok_or_else(|| {
        let codes: Vec<String> = Code::ALL.iter().map(Code::to_string).collect();
        let is_number = text.starts_with(|first: char| first.is_ascii_digit());
        let wanted = if is_number { format!("E{text}") } else { text.to_owned() };
        CliError::unknown_code(&wanted, codes.iter().map(String::as_str))
    })?;
    Ok(Page { code, style }.to_string())
}

/// The code that is written `E103`, `e103` or `103`.
fn find(text: &str) -> Option<Code> {
    let digits = text.strip_prefix(['E', 'e']).unwrap_or(text);
    Code::from_number(digits.parse().ok()?)
}

fn list() -> String {
    let mut text: String =
        Code::ALL.iter().map(|code| format!("{code}  {}\n", code.title())).collect();
    text.push_str("\n`vrlet explain CODE` tells more of one, with the ways out.\n");
    text
}

/// All about a code.
struct Page {
    code: Code,
    style: Style,
}

impl Display for Page {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Explanation { about, example, fixes } = self.code.explanation();
        f.write_str(&heading(&format!("{}: {}", self.code, self.code.title()), self.style))?;
        f.write_str("\n")?;
        write_wrapped(f, "", about)?;
        f.write_str("\n")?;
        match example {
            Example::Raises(program) => self.program(f, "Example", program)?,
            Example::AsReason(program) => {
                self.program(f, "Example, reported as E610", program)?;
            }
            Example::AtRunTime(program) => {
                self.program(f, "Example, when the program runs", program)?;
            }
            Example::Missing(reason) => write_wrapped(f, "", &format!("No example: {reason}."))?,
        }
        if !fixes.is_empty() {
            write!(f, "\n{}", heading("Ways out", self.style))?;
        }
        for (index, Fix { title, program }) in fixes.iter().enumerate() {
            if index > 0 {
                f.write_str("\n")?;
            }
            write_wrapped(f, "  - ", title)?;
            indented(f, "      ", program)?;
        }
        Ok(())
    }
}

impl Page {
    fn program(&self, f: &mut Formatter<'_>, title: &str, program: &str) -> fmt::Result {
        f.write_str(&heading(title, self.style))?;
        indented(f, "  ", program)
    }
}

fn indented(f: &mut Formatter<'_>, indent: &str, program: &str) -> fmt::Result {
    program.lines().try_for_each(|line| writeln!(f, "{indent}{line}"))
}
