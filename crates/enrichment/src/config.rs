//! `TableOptions`: the options of a table, from the command line or a configuration file, and the table
//! opened with them.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono_tz::Tz;
use vrlet_function::Table;

use crate::error::quoted;
use crate::{ColumnType, CsvOptions, KeyKind, Missing, MmdbOptions, Records, TableError};
use vrlet_function::nearest;

/// A table as its user describes it. What was not said is decided when the table is opened.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct TableOptions {
    /// The file.
    pub path: PathBuf,
    /// What is in the file; else its extension says it.
    pub kind: Option<TableKind>,
    /// CSV: the types of columns.
    pub schema: Vec<(String, ColumnType)>,
    /// CSV: what stands between two cells.
    pub delimiter: Option<u8>,
    /// CSV: whether the first line names the columns.
    pub header: Option<bool>,
    /// CSV: how many lines come before the names of the columns.
    pub skip: usize,
    /// CSV: the first character of lines that say nothing.
    pub comment: Option<u8>,
    /// CSV: the encoding, if it is not UTF-8.
    pub encoding: Option<String>,
    /// CSV: the keys that are not matched by equality.
    pub keys: Vec<(String, KeyKind)>,
    /// What a lookup of one record gives where there is none.
    pub missing: Missing,
    /// MaxMind: the language of names.
    pub locale: Option<String>,
    /// MaxMind: whether records say their network.
    pub network: Option<bool>,
    /// CSV: the zone of dates and times that carry none.
    pub timezone: Tz,
}

/// What is in the file of a table.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TableKind {
    /// Cells, separated by commas or something else.
    Csv,
    /// A MaxMind database, read as flat fields.
    Geoip,
    /// A MaxMind database, read as it is.
    Mmdb,
}

/// Why an option of a table can't be set.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OptionError {
    /// The cause in one line.
    pub message: String,
    /// What to type instead.
    pub help: Option<String>,
}

const KEYS: [&str; 12] = [
    "path",
    "type",
    "schema",
    "delimiter",
    "header",
    "skip",
    "comment",
    "encoding",
    "keys",
    "missing",
    "locale",
    "network",
];

impl TableOptions {
    /// The table in a file, with nothing else said.
    #[must_use]
    pub fn new(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into(), ..Self::default() }
    }

    /// Sets an option by its name; the type of a column is `schema.COLUMN`.
    ///
    /// # Errors
    /// Where there is no such option, or it can't have this value.
    pub fn set(&mut self, key: &str, value: &str) -> Result<(), OptionError> {
        let wrong = |expected: &str| OptionError {
            message: format!("`{key}` can't be `{value}`, expected {expected}"),
            help: None,
        };
        let boolean = || match value {
            "true" => Ok(true),
            "false" => Ok(false),
            _ => Err(wrong("`true` or `false`")),
        };
        match key {
            "path" => self.path = value.into(),
            "type" => {
                self.kind = Some(match value {
                    "csv" => TableKind::Csv,
                    "geoip" => TableKind::Geoip,
                    "mmdb" => TableKind::Mmdb,
                    _ => return Err(wrong("`csv`, `geoip` or `mmdb`")),
                });
            }
            "delimiter" => {
                self.delimiter = Some(match value.as_bytes() {
                    [byte] if byte.is_ascii() && !matches!(byte, b'"' | b'\r' | b'\n') => *byte,
                    b"\\t" | b"tab" => b'\t',
                    _ => {
                        return Err(wrong(
                            "one ASCII character other than a quote, such as `;`, or `\\t` for a tab",
                        ));
                    }
                });
            }
            "header" => self.header = Some(boolean()?),
            "skip" => {
                self.skip =
                    value.parse().map_err(|_| wrong("how many lines to pass over, such as `2`"))?;
            }
            "comment" => {
                self.comment = match value.as_bytes() {
                    [byte] if byte.is_ascii_graphic() && *byte != b'"' => Some(*byte),
                    _ => return Err(wrong("one ASCII character, such as `#`")),
                };
            }
            "encoding" => self.encoding = Some(value.to_owned()),
            "missing" => {
                self.missing = match value {
                    "error" => Missing::Error,
                    "empty" => Missing::Empty,
                    _ => return Err(wrong("`error` or `empty`")),
                };
            }
            "locale" => self.locale = Some(value.to_owned()),
            "network" => self.network = Some(boolean()?),
            "schema" => {
                return Err(OptionError {
                    message: "`schema` needs the name of a column".to_owned(),
                    help: Some("write `schema.COLUMN=TYPE`".to_owned()),
                });
            }
            "keys" => {
                return Err(OptionError {
                    message: "`keys` needs the name of a key".to_owned(),
                    help: Some(
                        "write `keys.NETWORK=cidr`, or `keys.PORT=range:FROM,TO` with two columns"
                            .to_owned(),
                    ),
                });
            }
            _ if key.starts_with("keys.") => {
                let name = &key["keys.".len()..];
                let kind = value.parse().map_err(|reason| OptionError {
                    message: format!("`{key}`: {reason}"),
                    help: None,
                })?;
                self.keys.retain(|(other, _)| other != name);
                self.keys.push((name.to_owned(), kind));
            }
            _ => match key.strip_prefix("schema.") {
                Some(column) => {
                    let column_type = value.parse().map_err(|reason| OptionError {
                        message: format!("`{key}`: {reason}"),
                        help: None,
                    })?;
                    self.schema.retain(|(name, _)| name != column);
                    self.schema.push((column.to_owned(), column_type));
                }
                None => {
                    let hint = nearest(key, KEYS)
                        .map(|key| format!("did you mean `{key}`? "))
                        .unwrap_or_default();
                    return Err(OptionError {
                        message: format!("tables have no option `{key}`"),
                        help: Some(format!("{hint}the options are {}", quoted(&KEYS))),
                    });
                }
            },
        }
        Ok(())
    }
}

/// Reads a table as the command line names it: `NAME=PATH[,key=value]...`.
///
/// # Errors
/// Where the text is not of this form, or an option can't be set.
pub fn parse_table_argument(argument: &str) -> Result<(String, TableOptions), OptionError> {
    let form = || OptionError {
        message: format!("`{argument}` is no table, expected `NAME=PATH` followed by options"),
        help: Some("write something like `protocol=protocols.csv,missing=empty`".to_owned()),
    };
    let (name, rest) = argument.split_once('=').ok_or_else(form)?;
    // A comma that no `key=` follows belongs to what stands before it: a path, a delimiter or a format.
    let mut pieces: Vec<String> = Vec::new();
    for piece in rest.split(',') {
        match pieces.last_mut() {
            Some(last) if !piece.contains('=') => {
                last.push(',');
                last.push_str(piece);
            }
            _ => pieces.push(piece.to_owned()),
        }
    }
    let (path, options) = pieces.split_first().ok_or_else(form)?;
    if name.is_empty() || path.is_empty() {
        return Err(form());
    }
    let mut table = TableOptions::new(path);
    for option in options {
        let (key, value) = option.split_once('=').ok_or_else(form)?;
        table.set(key, value)?;
    }
    Ok((name.to_owned(), table))
}

/// Opens a table; a path that is not absolute starts at `base`.
///
/// # Errors
/// Where the file can't be used as the options say.
pub fn open_table(
    options: &TableOptions,
    base: Option<&Path>,
) -> Result<Arc<dyn Table>, TableError> {
    let path = base.map_or_else(|| options.path.clone(), |base| base.join(&options.path));
    let extension = extension(&path);
    let failed = |reason: String| TableError::new(path.display(), reason);
    let (is_csv, records) = match (options.kind, extension.as_deref()) {
        (Some(TableKind::Csv), _) | (None, Some("csv" | "tsv")) => (true, Records::Auto),
        (Some(TableKind::Geoip), _) => (false, Records::Geoip),
        (Some(TableKind::Mmdb), _) => (false, Records::Mmdb),
        (None, Some("mmdb")) => (false, Records::Auto),
        (None, _) => {
            return Err(failed(
                "the extension does not say what kind of table this is, expected `.csv`, `.tsv` or `.mmdb`; \
                 say it with `type`: `csv`, `geoip` or `mmdb`"
                    .to_owned(),
            ));
        }
    };
    if let Some(key) = foreign(options, is_csv) {
        let kind = if is_csv { "a CSV file" } else { "a MaxMind database" };
        return Err(failed(format!("`{key}` means nothing for {kind}, leave it out")));
    }
    if is_csv {
        let tab = (extension.as_deref() == Some("tsv")).then_some(b'\t');
        let csv = CsvOptions {
            schema: options.schema.clone(),
            delimiter: options.delimiter.or(tab),
            header: options.header.unwrap_or(true),
            skip: options.skip,
            comment: options.comment,
            encoding: options.encoding.clone(),
            keys: options.keys.clone(),
            missing: options.missing,
            timezone: options.timezone,
        };
        return Ok(Arc::new(csv.open(&path)?));
    }
    let mmdb = MmdbOptions { records, missing: options.missing, ..MmdbOptions::default() }
        .locale(options.locale.as_deref().unwrap_or("en"))
        .network(options.network.unwrap_or(false));
    open_mmdb(&mmdb, &path)
}

#[cfg(feature = "mmdb")]
fn open_mmdb(options: &MmdbOptions, path: &Path) -> Result<Arc<dyn Table>, TableError> {
    Ok(Arc::new(options.open(path)?))
}

#[cfg(not(feature = "mmdb"))]
fn open_mmdb(_: &MmdbOptions, path: &Path) -> Result<Arc<dyn Table>, TableError> {
    Err(TableError::new(path.display(), "a MaxMind database needs the cargo feature `mmdb`"))
}

/// What says the kind of a file, in lower case: the extension, without that of a compression.
fn extension(path: &Path) -> Option<String> {
    let last = |path: &Path| Some(path.extension()?.to_string_lossy().to_lowercase());
    let extension = last(path)?;
    let is_compression = matches!(&*extension, "gz" | "zst" | "bz2" | "xz" | "zip");
    if is_compression {
        last(path.file_stem().map(Path::new)?).or(Some(extension))
    } else {
        Some(extension)
    }
}

/// An option that was given although the kind of table has none such.
fn foreign(options: &TableOptions, is_csv: bool) -> Option<&'static str> {
    let given: &[(&str, bool)] = if is_csv {
        &[("locale", options.locale.is_some()), ("network", options.network.is_some())]
    } else {
        &[
            ("schema", !options.schema.is_empty()),
            ("delimiter", options.delimiter.is_some()),
            ("header", options.header.is_some()),
            ("skip", options.skip > 0),
            ("comment", options.comment.is_some()),
            ("encoding", options.encoding.is_some()),
            ("keys", !options.keys.is_empty()),
        ]
    };
    given.iter().find(|(_, given)| *given).map(|(key, _)| *key)
}

impl fmt::Display for OptionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)?;
        match &self.help {
            Some(help) => write!(f, "; {help}"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for OptionError {}
