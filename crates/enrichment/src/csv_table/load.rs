//! Loads a CSV file into columns, with the place of whatever does not fit.

use std::collections::HashMap;
use std::sync::Mutex;

use csv::{ByteRecord, Reader, ReaderBuilder};
use vrlet_value::Key;

use super::cells::Cells;
use super::dialect::Dialect;
use super::interval::IntervalIndex;
use super::{ColumnType, CsvOptions, CsvTable};
use crate::content;
use crate::error::{Reason, quoted};
use vrlet_function::nearest;

/// Reads a whole file.
pub fn load(options: &CsvOptions, bytes: &[u8]) -> Result<CsvTable, Reason> {
    let text = content::text(bytes, options.encoding.as_deref())?;
    let dialect = Dialect::of(options, &text)?;
    if let Some(line) = dialect.open_quote(options.comment) {
        return Err(Reason::from(format!(
            "line {line}: a cell begins with a quote that is never closed, expected another `\"` after it"
        )));
    }
    File { options, dialect }.load()
}

/// A file that is being read.
struct File<'a> {
    options: &'a CsvOptions,
    dialect: Dialect<'a>,
}

/// The columns of a table; rows may have more cells than these, if they are empty.
struct Columns {
    names: Vec<Key>,
    types: Vec<ColumnType>,
}

impl File<'_> {
    fn load(&self) -> Result<CsvTable, Reason> {
        let mut reader = self.reader();
        let mut record = ByteRecord::new();
        if !next(&mut reader, &mut record)? {
            let expected = if self.options.header {
                "a line that names the columns"
            } else {
                "at least one row"
            };
            return Err(Reason::from(format!("the file is empty, expected {expected}")));
        }
        let names = self.column_names(&record)?;
        let types = self.column_types(&names)?;
        let columns = Columns { names, types };
        let mut cells = Cells::new(&columns.types);
        // Where each row begins, for messages about intervals, which are made when all rows are there.
        let mut offsets = Vec::new();
        let mut has_row = if self.options.header { next(&mut reader, &mut record)? } else { true };
        while has_row {
            self.add_row(&record, &columns, &mut cells)?;
            if !self.options.keys.is_empty() {
                offsets.push(offset(&record));
            }
            has_row = next(&mut reader, &mut record)?;
        }
        cells.shrink();
        let names = columns.names;
        let intervals = self.intervals(&names, &cells, &offsets)?;
        let missing = self.options.missing;
        Ok(CsvTable { names, cells, missing, intervals, indexes: Mutex::default() })
    }

    fn reader(&self) -> Reader<&[u8]> {
        ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(self.dialect.delimiter)
            .comment(self.options.comment)
            .from_reader(self.dialect.bytes)
    }

    fn line(&self, record: &ByteRecord) -> usize {
        self.dialect.line(offset(record), self.options.comment)
    }

    fn column_names(&self, first: &ByteRecord) -> Result<Vec<Key>, Reason> {
        if !self.options.header {
            return Ok((0..first.len()).map(|column| Key::from(column.to_string())).collect());
        }
        let named = first.iter().rposition(|name| !name.is_empty()).map_or(0, |last| last + 1);
        let used = if named < first.len() { self.used_columns()? } else { named };
        let mut seen: HashMap<&str, usize> = HashMap::new();
        let mut names = Vec::with_capacity(first.len());
        for (column, name) in first.iter().enumerate().take(named.max(1)) {
            let name = std::str::from_utf8(name).map_err(|_| {
                let line = self.line(first);
                not_utf8(format!("line {line}: the name of column {}", column + 1))
            })?;
            if let Some(earlier) = seen.insert(name, column) {
                return Err(Reason::from(format!(
                    "line {}: columns {} and {} are both called `{name}`, expected different names",
                    self.line(first),
                    earlier + 1,
                    column + 1
                )));
            }
            names.push(Key::from(name));
        }
        // Columns after the last name that hold something are called as in a file without names.
        names.extend(
            (names.len()..used.min(first.len())).map(|column| Key::from(column.to_string())),
        );
        Ok(names)
    }

    /// How many columns hold something in at least one row.
    fn used_columns(&self) -> Result<usize, String> {
        let mut reader = self.reader();
        let mut record = ByteRecord::new();
        let mut used = 0;
        while next(&mut reader, &mut record)? {
            used = used
                .max(record.iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1));
        }
        Ok(used)
    }

    fn column_types(&self, names: &[Key]) -> Result<Vec<ColumnType>, String> {
        let mut types = vec![ColumnType::String; names.len()];
        for (name, column_type) in &self.options.schema {
            let Some(column) = names.iter().position(|own| **own == **name) else {
                return Err(format!(
                    "the schema names a column `{name}` that the file does not have; {}",
                    columns_instead(name, names)
                ));
            };
            types[column] = column_type.clone();
        }
        Ok(types)
    }

    fn add_row(
        &self,
        record: &ByteRecord,
        columns: &Columns,
        cells: &mut Cells,
    ) -> Result<(), Reason> {
        let Columns { names, types } = columns;
        let found = record.iter().rposition(|cell| !cell.is_empty()).map_or(1, |last| last + 1);
        if record.len() < names.len() || found > names.len() {
            let noun = if record.len() == 1 { "cell" } else { "cells" };
            let hint = if self.options.header && names.len() < record.len() {
                "; if other lines come before the names, say how many with `skip`, or what they begin with, \
                 with `comment`"
            } else {
                ""
            };
            return Err(Reason::from(format!(
                "line {}: found {} {noun}, expected {} as in the first line{hint}",
                self.line(record),
                record.len(),
                names.len()
            )));
        }
        for (column, ((cell, name), column_type)) in record.iter().zip(names).zip(types).enumerate()
        {
            let text = std::str::from_utf8(cell).map_err(|_| {
                let (line, cell) = (self.line(record), String::from_utf8_lossy(cell));
                not_utf8(format!("line {line}, column `{name}`: `{cell}`"))
            })?;
            let cell = column_type.parse(text, self.options.timezone).ok_or_else(|| {
                format!(
                    "line {}, column `{name}`: `{text}` does not fit, expected {column_type}",
                    self.line(record)
                )
            })?;
            cells.push(column, cell)?;
        }
        Ok(cells.end_row()?)
    }

    fn intervals(
        &self,
        names: &[Key],
        cells: &Cells,
        offsets: &[u64],
    ) -> Result<Vec<(Key, std::sync::Arc<IntervalIndex>)>, String> {
        let column = |name: &str| names.iter().position(|own| &**own == name);
        let mut intervals = Vec::with_capacity(self.options.keys.len());
        for (name, kind) in &self.options.keys {
            let index =
                IntervalIndex::new(cells, name, kind, column).map_err(|error| match error {
                    (Some(row), reason) => {
                        let offset = offsets.get(row as usize).copied().unwrap_or_default();
                        format!(
                            "line {}, {reason}",
                            self.dialect.line(offset, self.options.comment)
                        )
                    }
                    (None, reason) => format!(
                        "the key `{name}` is matched by `{kind}`, but {reason}; the columns are {}",
                        quoted(names)
                    ),
                })?;
            intervals.push((Key::from(name.as_str()), std::sync::Arc::new(index)));
        }
        Ok(intervals)
    }
}

fn not_utf8(what: String) -> Reason {
    let reason =
        format!("{what} is not UTF-8, which it is read as unless `encoding` says otherwise");
    Reason::instead(reason, "encoding", "latin1")
}

/// The nearest name, and all there are.
fn columns_instead(name: &str, names: &[Key]) -> String {
    let hint = nearest(name, names.iter().map(|name| &**name))
        .map(|name| format!("did you mean `{name}`? "))
        .unwrap_or_default();
    format!("{hint}the columns are {}", quoted(names))
}

fn next(reader: &mut Reader<&[u8]>, record: &mut ByteRecord) -> Result<bool, String> {
    reader.read_byte_record(record).map_err(|error| error.to_string())
}

fn offset(record: &ByteRecord) -> u64 {
    record.position().map_or(0, csv::Position::byte)
}
