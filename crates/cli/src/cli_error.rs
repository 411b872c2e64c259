//! `CliError`: errors that end the command (unreadable files, bad settings), with their wording.

use std::fmt::Display;
use std::path::Path;
use std::{fs, io};

use vrlet::diagnostic::nearest;
use vrlet_manual::Unknown;

/// A reason that ends the command, and the way out.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CliError {
    /// The cause in one line.
    pub message: String,
    /// What to do instead.
    pub help: Option<String>,
}

impl CliError {
    /// An error without advice.
    pub fn new(message: impl Display) -> Self {
        Self { message: message.to_string(), help: None }
    }

    /// Adds what to do instead.
    pub fn help(self, help: impl Display) -> Self {
        Self { help: Some(help.to_string()), ..self }
    }

    /// A file that can't be read; `role` says what it was to be: `script`, `input`.
    pub fn unreadable(role: &str, path: &Path, error: &io::Error) -> Self {
        let cli_error = Self::new(format_args!("{role} `{}`: {}", path.display(), reading(error)));
        let program = path.to_str().filter(|text| role == "script" && is_program(text));
        match (error.kind(), program) {
            (io::ErrorKind::NotFound | io::ErrorKind::InvalidFilename, Some(program)) => {
                cli_error.program_as_script(program)
            }
            (io::ErrorKind::IsADirectory, Some(".")) => cli_error.program_as_script("."),
            (io::ErrorKind::NotFound, None) => cli_error.or_instead(path),
            _ => cli_error,
        }
    }

    /// An input where the script belongs; `script` stands among the inputs.
    pub fn input_as_script(path: &Path, script: Option<&Path>) -> Self {
        let path = path.display();
        let error = Self::new(format_args!("`{path}` is an input, and the script comes before it"));
        match script {
            Some(script) => {
                error.help(format_args!("swap them: `vrlet run {} {path}`", script.display()))
            }
            None => error.help(format_args!(
                "name a script, `vrlet run script.vrl {path}`, or give the program itself, \
                 `vrlet run -e '.a = 1' {path}`"
            )),
        }
    }

    /// A program where the name of a script belongs.
    fn program_as_script(self, program: &str) -> Self {
        let quote = if program.contains('\'') { '"' } else { '\'' };
        let shown = if program.chars().count() > 60 { "…" } else { program };
        self.help(format_args!("to give the program itself, write `-e {quote}{shown}{quote}`"))
    }

    /// Adds what could be meant instead of a file that is not there.
    pub fn or_instead(self, path: &Path) -> Self {
        Self { help: instead(path), ..self }
    }

    /// A stream or file that can't be written to.
    pub fn unwritable(name: impl Display, error: &io::Error) -> Self {
        Self::new(format_args!("{name}: {}", writing(error)))
    }

    /// A script that is not text.
    pub fn script_not_utf8(path: &Path, line: usize) -> Self {
        Self::new(format_args!("script `{}`: line {line} is not UTF-8", path.display()))
            .help("save the script as UTF-8")
    }

    /// A header line where events are no lines of text.
    pub fn header_without_lines() -> Self {
        Self::new("`--header` is for inputs whose events are lines of text")
            .help("add `--input-format lines`")
    }

    /// No script and no `-e`.
    pub fn no_script(command: &str) -> Self {
        Self::new("there is no program to work on").help(format_args!(
            "name a script, as in `vrlet {command} script.vrl`, or give the program itself with `-e`"
        ))
    }

    /// A time zone that nobody knows.
    pub fn unknown_timezone(name: &str, place: impl Display) -> Self {
        let zones = vrlet::TIMEZONES.iter().map(|zone| zone.name());
        let cli_error = Self::new(format_args!("{place}there is no time zone `{name}`"));
        match nearest(name, zones) {
            Some(zone) => cli_error.help(format_args!("did you mean `{zone}`?")),
            None => cli_error
                .help("expected a name of the tz database, such as `UTC` or `Europe/Berlin`"),
        }
    }

    /// A code that there is not.
    pub fn unknown_code<'a>(text: &str, codes: impl IntoIterator<Item = &'a str>) -> Self {
        let cli_error = Self::new(format_args!("there is no code `{text}`"));
        match nearest(text, codes) {
            Some(code) => cli_error
                .help(format_args!("did you mean `{code}`? `vrlet explain` lists them all")),
            None => cli_error.help("`vrlet explain` lists them all"),
        }
    }

    /// An output that is also an input: it would be empty, or grow, while it is read.
    pub fn output_is_input(output: impl Display, other_name: Option<&str>) -> Self {
        let also = other_name.map_or(String::new(), |name| format!(" (as `{name}`)"));
        Self::new(format_args!("{output} is both read from and written to{also}"))
            .help("write to another file and rename it afterwards")
    }

    /// One file for the events and for those that failed.
    pub fn outputs_are_one(output: impl Display, errors: &Path) -> Self {
        Self::new(format_args!("`--errors {}` is also {output}", errors.display()))
            .help("give the failed events a file of their own")
    }
}

/// Whether the name of a script looks like a program: signs that names of files hardly have.
fn is_program(text: &str) -> bool {
    let has_signs = text.contains(['=', '(', '|', ';', '{', '\n'])
        || text.starts_with('.') && !text.contains('/') && !text.ends_with(".vrl");
    text == "." || has_signs
}

/// What could be meant where a file is not there: a folder is missing, or a name is misspelt.
fn instead(path: &Path) -> Option<String> {
    let (folder, name) = (path.parent()?, path.file_name()?.to_str()?);
    let place = if folder == Path::new("") { Path::new(".") } else { folder };
    if !place.is_dir() {
        return Some(format!("there is no folder `{}` either", folder.display()));
    }
    let entries = fs::read_dir(place).ok()?.flatten();
    let names: Vec<String> =
        entries.filter_map(|entry| entry.file_name().into_string().ok()).collect();
    let near = nearest(name, names.iter().map(String::as_str));
    match (near, place.canonicalize()) {
        (Some(near), _) => Some(format!("did you mean `{}`?", folder.join(near).display())),
        (None, Ok(place)) => Some(format!("it was looked for in `{}`", place.display())),
        (None, Err(_)) => None,
    }
}

impl From<Unknown> for CliError {
    fn from(Unknown { message, help }: Unknown) -> Self {
        Self { message, help: Some(help) }
    }
}

/// Why a file can't be read.
pub fn reading(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "there is no such file".to_owned(),
        io::ErrorKind::PermissionDenied => "reading it is not permitted".to_owned(),
        io::ErrorKind::IsADirectory => "this is a directory, expected a file".to_owned(),
        io::ErrorKind::UnexpectedEof => "the compressed data ends too early".to_owned(),
        _ => format!("it can't be read: {}", plain(error)),
    }
}

/// Why a file can't be written to.
pub fn writing(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "there is no such directory to write to".to_owned(),
        io::ErrorKind::PermissionDenied => "writing to it is not permitted".to_owned(),
        io::ErrorKind::IsADirectory => {
            "this is a directory, expected a file to write to".to_owned()
        }
        io::ErrorKind::StorageFull => {
            "it can't be written to: there is no space left on the device".to_owned()
        }
        _ => format!("it can't be written to: {}", plain(error)),
    }
}

/// The system's words without its number.
fn plain(error: &io::Error) -> String {
    let text = error.to_string();
    let text = text.split_once(" (os error").map_or(text.as_str(), |(text, _)| text);
    let mut chars = text.chars();
    chars.next().map(|first| first.to_lowercase().chain(chars).collect()).unwrap_or_default()
}
