//! `vrlet.toml`: the tables and settings that belong to a script, in a file beside it.

use std::fmt::Display;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::{fs, io};

use toml::Spanned;
use toml::de::{DeTable, DeValue};
use vrlet::Tz;
use vrlet::diagnostic::{LineColumn, LineIndex, nearest};
use vrlet::enrichment::TableOptions;

use crate::cli_error::CliError;

use crate::tables::NamedTable;

/// The file that is read without being asked for.
const FILE: &str = "vrlet.toml";

/// What a configuration file says.
#[derive(Clone, Debug, Default)]
pub struct Config {
    /// The zone of times that carry none.
    pub timezone: Tz,
    /// Whether functions get no environment variables, files and network.
    pub sandboxed: bool,
    /// The enrichment tables.
    pub tables: Vec<NamedTable>,
}

impl Config {
    /// Reads the file that was named, else the one in the working directory, if there is one.
    ///
    /// # Errors
    /// Where the file can't be read, or says something that has no meaning.
    pub fn find(named: Option<&Path>) -> Result<Self, CliError> {
        let path = named.unwrap_or(Path::new(FILE));
        match fs::read_to_string(path) {
            Ok(text) => Document { path, text: &text, lines: LineIndex::new(&text) }.read(),
            Err(error) if named.is_none() && error.kind() == io::ErrorKind::NotFound => {
                Ok(Self::default())
            }
            Err(error) => Err(CliError::unreadable("configuration", path, &error)),
        }
    }
}

type Value<'a> = Spanned<DeValue<'a>>;

/// A configuration file that is being read.
struct Document<'a> {
    path: &'a Path,
    text: &'a str,
    lines: LineIndex<'a>,
}

impl Document<'_> {
    fn read(&self) -> Result<Config, CliError> {
        let document = DeTable::parse(self.text)
            .map_err(|error| self.error_at(error.span().unwrap_or_default(), error.message()))?;
        let mut config = Config::default();
        for (key, value) in document.get_ref() {
            match &**key.get_ref() {
                "sealed" => {
                    config.sandboxed = value
                        .get_ref()
                        .as_bool()
                        .ok_or_else(|| self.wrong_type(value, "`sealed`", "`true` or `false`"))?;
                }
                "timezone" => config.timezone = self.timezone(value)?,
                "tables" => {
                    for (name, table) in self.table(value, "`tables`")? {
                        config.tables.push(self.named_table(name, table)?);
                    }
                }
                other => return Err(self.unknown_key(key.span(), other)),
            }
        }
        Ok(config)
    }

    fn timezone(&self, value: &Value<'_>) -> Result<Tz, CliError> {
        let name = value
            .get_ref()
            .as_str()
            .ok_or_else(|| self.wrong_type(value, "`timezone`", "a string"))?;
        let place = format!("{}: ", self.place(value.span()));
        name.parse().map_err(|_| CliError::unknown_timezone(name, place))
    }

    fn named_table(
        &self,
        name: &Spanned<impl Display>,
        value: &Value<'_>,
    ) -> Result<NamedTable, CliError> {
        let table_name = name.get_ref().to_string();
        let mut options = TableOptions::default();
        for (key, value) in self.table(value, &format!("table `{table_name}`"))? {
            match (&**key.get_ref(), value.get_ref()) {
                ("schema", DeValue::Table(columns)) => {
                    for (column, column_type) in columns {
                        let option = format!("schema.{}", column.get_ref());
                        self.set(&mut options, &option, column.span(), column_type)?;
                    }
                }
                ("keys", DeValue::Table(keys)) => {
                    for (key, kind) in keys {
                        let option = format!("keys.{}", key.get_ref());
                        self.set(&mut options, &option, key.span(), kind)?;
                    }
                }
                ("schema", _) => {
                    return Err(self.wrong_type(
                        value,
                        "`schema`",
                        "a table such as `{ number = \"integer\" }`",
                    ));
                }
                ("keys", _) => {
                    return Err(self.wrong_type(
                        value,
                        "`keys`",
                        "a table such as `{ network = \"cidr\" }`",
                    ));
                }
                (option, _) => self.set(&mut options, option, key.span(), value)?,
            }
        }
        if options.path == Path::new("") {
            let cli_error =
                self.error_at(name.span(), format_args!("table `{table_name}` has no `path`"));
            return Err(cli_error.help("add a line such as `path = \"table.csv\"`"));
        }
        let base = self.path.parent().map(PathBuf::from);
        Ok(NamedTable { name: table_name, options, base, place: self.place(name.span()) })
    }

    fn set(
        &self,
        options: &mut TableOptions,
        option: &str,
        place: Range<usize>,
        value: &Value<'_>,
    ) -> Result<(), CliError> {
        let text = match value.get_ref() {
            DeValue::String(text) => text,
            _ => self.text.get(value.span()).unwrap_or_default(),
        };
        options.set(option, text).map_err(|error| {
            let cli_error = self.error_at(place, error.message);
            CliError { help: error.help, ..cli_error }
        })?;
        let expected = match (option, value.get_ref()) {
            ("header" | "network", DeValue::Boolean(_)) | ("skip", DeValue::Integer(_)) => {
                return Ok(());
            }
            ("header" | "network", _) => "`true` or `false`",
            ("skip", _) => "an integer",
            (_, DeValue::String(_)) => return Ok(()),
            _ => "a string",
        };
        Err(self.wrong_type(value, &format!("`{option}`"), expected))
    }

    fn table<'a, 'b>(&self, value: &'b Value<'a>, what: &str) -> Result<&'b DeTable<'a>, CliError> {
        value.get_ref().as_table().ok_or_else(|| self.wrong_type(value, what, "a table"))
    }

    fn unknown_key(&self, span: Range<usize>, key: &str) -> CliError {
        const KEYS: [&str; 3] = ["sealed", "tables", "timezone"];
        let hint =
            nearest(key, KEYS).map(|key| format!("did you mean `{key}`? ")).unwrap_or_default();
        self.error_at(span, format_args!("there is no setting `{key}`"))
            .help(format_args!("{hint}the settings are `sealed`, `timezone` and `tables`"))
    }

    fn wrong_type(&self, value: &Value<'_>, what: &str, expected: &str) -> CliError {
        let found = value.get_ref().type_str();
        self.error_at(
            value.span(),
            format_args!("{what} can't be of the type {found}, expected {expected}"),
        )
    }

    fn error_at(&self, span: Range<usize>, message: impl Display) -> CliError {
        CliError::new(format_args!("{}: {message}", self.place(span)))
    }

    fn place(&self, span: Range<usize>) -> String {
        let offset = u32::try_from(span.start).unwrap_or(u32::MAX);
        let LineColumn { line, column } = self.lines.line_column(offset);
        format!("{}:{line}:{column}", self.path.display())
    }
}
