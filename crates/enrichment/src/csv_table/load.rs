//! Reading a CSV file into columns, with the place of whatever does not fit.

use std::collections::HashMap;
use std::sync::Mutex;

use csv::{ByteRecord, ReaderBuilder};
use vrlet_value::Key;

use super::cells::Cells;
use super::{ColumnType, CsvOptions, CsvTable};
use crate::error::quoted;
use vrlet_function::nearest;

/// Reads a whole file; the error is the reason in one line.
pub fn load(options: &CsvOptions, bytes: &[u8]) -> Result<CsvTable, String> {
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(options.delimiter)
        .from_reader(bytes);
    let mut record = ByteRecord::new();
    let mut next = |record: &mut ByteRecord| {
        reader.read_byte_record(record).map_err(|error| error.to_string())
    };
    if !next(&mut record)? {
        let expected =
            if options.header { "a line that names the columns" } else { "at least one row" };
        return Err(format!("the file is empty, expected {expected}"));
    }
    let names = column_names(options, &record)?;
    let types = column_types(options, &names)?;
    let mut cells = Cells::new(&types);
    let mut has_row = if options.header { next(&mut record)? } else { true };
    while has_row {
        add_row(options, &record, &names, &types, &mut cells)?;
        has_row = next(&mut record)?;
    }
    cells.shrink();
    Ok(CsvTable { names, cells, missing: options.missing, indexes: Mutex::default() })
}

fn column_names(options: &CsvOptions, first: &ByteRecord) -> Result<Vec<Key>, String> {
    if !options.header {
        return Ok((0..first.len()).map(|column| Key::from(column.to_string())).collect());
    }
    let mut seen: HashMap<&str, usize> = HashMap::new();
    let mut names = Vec::with_capacity(first.len());
    for (column, name) in first.iter().enumerate() {
        let name = std::str::from_utf8(name).map_err(|_| {
            format!("line {}: the name of column {} is not UTF-8", line(first), column + 1)
        })?;
        if let Some(earlier) = seen.insert(name, column) {
            return Err(format!(
                "line {}: columns {} and {} are both called `{name}`, expected different names",
                line(first),
                earlier + 1,
                column + 1
            ));
        }
        names.push(Key::from(name));
    }
    Ok(names)
}

fn column_types(options: &CsvOptions, names: &[Key]) -> Result<Vec<ColumnType>, String> {
    let mut types = vec![ColumnType::String; names.len()];
    for (name, column_type) in &options.schema {
        let Some(column) = names.iter().position(|own| **own == **name) else {
            let hint = nearest(name, names.iter().map(|name| &**name))
                .map(|name| format!("did you mean `{name}`? "))
                .unwrap_or_default();
            return Err(format!(
                "the schema names a column `{name}` that the file does not have; {hint}the columns are {}",
                quoted(names)
            ));
        };
        types[column] = column_type.clone();
    }
    Ok(types)
}

fn add_row(
    options: &CsvOptions,
    record: &ByteRecord,
    names: &[Key],
    types: &[ColumnType],
    cells: &mut Cells,
) -> Result<(), String> {
    if record.len() != names.len() {
        let cells = if record.len() == 1 { "cell" } else { "cells" };
        let [found, expected] = [record.len(), names.len()];
        return Err(format!(
            "line {}: found {found} {cells}, expected {expected} as in the first line",
            line(record)
        ));
    }
    for (column, ((cell, name), column_type)) in record.iter().zip(names).zip(types).enumerate() {
        let text = std::str::from_utf8(cell).map_err(|_| {
            format!(
                "line {}, column `{name}`: `{}` is not UTF-8",
                line(record),
                String::from_utf8_lossy(cell)
            )
        })?;
        let cell = column_type.parse(text, options.timezone).ok_or_else(|| {
            format!(
                "line {}, column `{name}`: `{text}` does not fit, expected {column_type}",
                line(record)
            )
        })?;
        cells.push(column, cell)?;
    }
    cells.end_row()
}

fn line(record: &ByteRecord) -> u64 {
    record.position().map_or(0, csv::Position::line)
}
