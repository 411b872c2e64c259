//! Errors of tables: files that can't be used, lookups that can't be prepared, that find nothing or too
//! much.

use std::fmt;

use vrlet_function::{Failure, SearchError};
use vrlet_value::Value;

use vrlet_function::nearest;

/// Why a table can't be opened.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TableError {
    /// The file, as the user named it.
    pub file: String,
    /// What is wrong with it, in one line.
    pub reason: String,
    /// An option and the value that makes it work, where there is one. How it is written depends on
    /// where the table was named: [`TableError::fix_in_argument`], [`TableError::fix_in_file`].
    pub fix: Option<(&'static str, String)>,
}

impl TableError {
    pub(crate) fn new(file: impl fmt::Display, reason: impl fmt::Display) -> Self {
        Self { file: file.to_string(), reason: reason.to_string(), fix: None }
    }

    /// What to add to `NAME=PATH` on the command line: `,type=mmdb`.
    #[must_use]
    pub fn fix_in_argument(&self) -> Option<String> {
        self.fix.as_ref().map(|(key, value)| format!(",{key}={value}"))
    }

    /// What to write in the configuration file: `type = "mmdb"`.
    #[must_use]
    pub fn fix_in_file(&self) -> Option<String> {
        let (key, value) = self.fix.as_ref()?;
        let is_number = value.bytes().all(|byte| byte.is_ascii_digit());
        Some(if is_number { format!("{key} = {value}") } else { format!("{key} = \"{value}\"") })
    }

    pub(crate) fn unreadable(file: impl fmt::Display, error: &std::io::Error) -> Self {
        let reason = match error.kind() {
            std::io::ErrorKind::NotFound => "there is no such file".to_owned(),
            std::io::ErrorKind::PermissionDenied => "reading the file is not permitted".to_owned(),
            std::io::ErrorKind::IsADirectory => "this is a directory, expected a file".to_owned(),
            _ => format!("the file can't be read: {error}"),
        };
        Self::new(file, reason)
    }
}

/// Why a file can't be used, before it is known what it is called.
#[derive(Debug)]
pub(crate) struct Reason {
    text: String,
    fix: Option<(&'static str, String)>,
}

impl Reason {
    /// A reason with an option that makes it work.
    pub(crate) fn instead(text: String, key: &'static str, value: impl fmt::Display) -> Self {
        Self { text, fix: Some((key, value.to_string())) }
    }

    /// The same of a file with a name.
    pub(crate) fn of(self, file: impl fmt::Display) -> TableError {
        TableError { file: file.to_string(), reason: self.text, fix: self.fix }
    }
}

impl From<String> for Reason {
    fn from(text: String) -> Self {
        Self { text, fix: None }
    }
}

impl fmt::Display for TableError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "table file `{}`: {}", self.file, self.reason)
    }
}

impl std::error::Error for TableError {}

/// A condition names columns that the table does not have.
pub(crate) fn unknown_columns(unknown: &[&str], columns: &[&str]) -> SearchError {
    let message = match unknown {
        [column] => format!("the table has no column `{column}`"),
        _ => format!("the table has no columns {}", quoted(unknown)),
    };
    let similar: Vec<&str> =
        unknown.iter().filter_map(|name| nearest(name, columns.iter().copied())).collect();
    let hint = if similar.is_empty() {
        String::new()
    } else {
        format!("did you mean {}? ", quoted(&similar))
    };
    SearchError { message, help: Some(format!("{hint}the columns are {}", quoted(columns))) }
}

pub(crate) fn range_without_dates(column: &str, kind: &str) -> SearchError {
    SearchError {
        message: format!(
            "`{column}` is searched for a range of dates, but the column holds values of type {kind}"
        ),
        help: Some(format!(
            "declare `{column}` as `date` or `timestamp` in the schema of the table"
        )),
    }
}

pub(crate) fn too_many_keys(most: usize) -> SearchError {
    SearchError { message: format!("a condition takes at most {most} keys"), help: None }
}

/// A MaxMind database is searched by anything but one address.
#[cfg(feature = "mmdb")]
pub(crate) fn not_one_address() -> SearchError {
    SearchError {
        message: "a MaxMind database is searched by one address, expected exactly one key that equals a value".to_owned(),
        help: Some("write the condition as `{ \"ip\": .address }`".to_owned()),
    }
}

pub(crate) const NO_ROW: Failure = Failure::fixed("no row of the table meets the condition");
pub(crate) const SEVERAL_ROWS: Failure =
    Failure::fixed("more than one row of the table meets the condition, expected exactly one");
#[cfg(feature = "mmdb")]
pub(crate) const NO_RECORD: Failure = Failure::fixed("the table has no record for this address");

pub(crate) fn not_comparable(value: &Value) -> Failure {
    Failure::fixed(match value {
        Value::Object(_) => {
            "an object can't be compared with the cells of a table; write a range of dates in the condition itself, with `from` or `to`"
        }
        Value::Array(_) => {
            "an array can't be compared with the cells of a table, expected a single value"
        }
        _ => {
            "a regular expression can't be compared with the cells of a table, expected a single value"
        }
    })
}

pub(crate) fn not_an_instant(end: &str, value: &Value) -> Failure {
    Failure::new(format_args!(
        "`{end}` of a range of dates must be a timestamp, found {}",
        value.kind_name()
    ))
}

pub(crate) fn not_a_range(value: &Value) -> Failure {
    Failure::new(format_args!(
        "a range of dates must be an object with `from` or `to`, found {}",
        value.kind_name()
    ))
}

/// A value is searched in ranges of another kind.
pub(crate) fn not_in_a_range(expected: &str, value: &Value) -> Failure {
    Failure::new(format_args!(
        "the value is searched in ranges, expected {expected}, found {}",
        value.kind_name()
    ))
}

/// The value of an address condition is no text at all.
pub(crate) fn address_kind(value: &Value) -> Failure {
    match value {
        Value::Null => Failure::fixed("the address must be a string, found null"),
        other => {
            Failure::new(format_args!("the address must be a string, found {}", other.kind_name()))
        }
    }
}

/// The value of an address condition is no address.
pub(crate) fn address_syntax(text: &str) -> Failure {
    const LONGEST: usize = 60;
    match text.char_indices().nth(LONGEST) {
        None => Failure::new(format_args!(
            "`{text}` is no IP address, expected something like `192.0.2.1` or `2001:db8::1`"
        )),
        Some((end, _)) => Failure::new(format_args!("`{}…` is no IP address", &text[..end])),
    }
}

/// Names in backticks, with commas.
pub(crate) fn quoted<T: fmt::Display>(names: &[T]) -> String {
    const MOST: usize = 40;
    let mut list: Vec<String> = names.iter().take(MOST).map(|name| format!("`{name}`")).collect();
    if names.len() > MOST {
        list.push(format!("and {} more", names.len() - MOST));
    }
    list.join(", ")
}

/// A record that a lookup hit can't be decoded.
#[cfg(feature = "mmdb")]
pub(crate) fn damaged_record(file: &str, error: impl fmt::Display) -> Failure {
    Failure::new(format_args!(
        "the record for this address in table file `{file}` is damaged: {error}"
    ))
}
