//! The enrichment tables that the configuration file and the command line name, opened.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use vrlet::Tz;
use vrlet::enrichment::{TableError, TableOptions, open_table, parse_table_argument};
use vrlet::function::Table;

use crate::cli_error::CliError;

/// A table that somebody asked for.
#[derive(Clone, Debug)]
pub struct NamedTable {
    /// What programs call it.
    pub name: String,
    /// What was said of it.
    pub options: TableOptions,
    /// Where its path starts; the working directory where there is none.
    pub base: Option<PathBuf>,
    /// Where it was named, for messages.
    pub place: String,
}

/// A table with what programs call it.
pub type OpenTable = (String, Arc<dyn Table>);

/// Opens the tables; one from the command line replaces one of the same name from the configuration.
///
/// # Errors
/// Where an argument is no table, or a table can't be read.
pub fn open(
    configured: Vec<NamedTable>,
    arguments: &[String],
    timezone: Tz,
) -> Result<Vec<OpenTable>, CliError> {
    let mut tables: BTreeMap<String, NamedTable> =
        configured.into_iter().map(|table| (table.name.clone(), table)).collect();
    for argument in arguments {
        let table = from_argument(argument)?;
        tables.insert(table.name.clone(), table);
    }
    tables.into_values().map(|table| open_one(table, timezone)).collect()
}

fn from_argument(argument: &str) -> Result<NamedTable, CliError> {
    let (name, options) = parse_table_argument(argument).map_err(|error| {
        let cli_error = CliError::new(format_args!("--table: {}", error.message));
        match error.help {
            Some(help) => cli_error.help(help),
            None => cli_error,
        }
    })?;
    Ok(NamedTable { name, options, base: None, place: "--table".to_owned() })
}

fn open_one(table: NamedTable, timezone: Tz) -> Result<OpenTable, CliError> {
    let NamedTable { name, mut options, base, place } = table;
    options.timezone = timezone;
    match open_table(&options, base.as_deref().filter(|base| *base != Path::new(""))) {
        Ok(opened) => Ok((name, opened)),
        Err(error) => {
            let fix = match &base {
                Some(_) => {
                    error.fix_in_file().map(|fix| format!("write `{fix}` below `[tables.{name}]`"))
                }
                None => {
                    error.fix_in_argument().map(|fix| format!("add `{fix}` to `--table {name}=…`"))
                }
            };
            let TableError { file, reason, .. } = error;
            let cli_error = CliError::new(format_args!(
                "{place}: table `{name}` can't be loaded from `{file}`: {reason}"
            ));
            let path = Path::new(&file);
            Err(match fix {
                Some(fix) => cli_error.help(fix),
                None if path.exists() => cli_error,
                None => cli_error.or_instead(path),
            })
        }
    }
}
