//! Columnar storage of a table's cells in memory, as compact as their types allow.
//!
//! The texts of a row lie side by side, so that comparing one and making a record of all of them reads
//! the same few lines of memory; a column of another type lies on its own.

use chrono::{DateTime, Utc};
use vrlet_value::KindSet;

use super::ColumnType;
use super::cell::Cell;

/// All cells of a table.
pub struct Cells {
    columns: Vec<Column>,
    /// How many columns hold texts.
    width: usize,
    buffer: String,
    /// Where each text ends, row by row, after a zero.
    ends: Vec<u32>,
    rows: u32,
}

enum Column {
    /// The position among the texts of a row.
    Text(usize),
    Boolean(Vec<Option<bool>>),
    Integer(Vec<Option<i64>>),
    Float(Vec<Option<f64>>),
    Timestamp(Vec<Option<DateTime<Utc>>>),
}

impl Cells {
    /// Columns without rows.
    pub fn new(types: &[ColumnType]) -> Self {
        let mut width = 0;
        let columns = types
            .iter()
            .map(|column_type| match column_type {
                ColumnType::String => {
                    width += 1;
                    Column::Text(width - 1)
                }
                ColumnType::Boolean => Column::Boolean(Vec::new()),
                ColumnType::Integer => Column::Integer(Vec::new()),
                ColumnType::Float => Column::Float(Vec::new()),
                ColumnType::Date(_) | ColumnType::Timestamp(_) => Column::Timestamp(Vec::new()),
            })
            .collect();
        Self { columns, width, buffer: String::new(), ends: vec![0], rows: 0 }
    }

    /// How many rows there are.
    pub const fn rows(&self) -> u32 {
        self.rows
    }

    /// Adds a cell to the row that is being read, column by column; its type has made it, one of
    /// another type is null. Says what is wrong where the texts get too long.
    pub fn push(&mut self, column: usize, cell: Cell<'_>) -> Result<(), String> {
        match &mut self.columns[column] {
            Column::Text(_) => {
                if let Cell::Text(text) = cell {
                    self.buffer.push_str(text);
                }
                let end = u32::try_from(self.buffer.len())
                    .map_err(|_| "a table holds at most 4 GiB of text")?;
                self.ends.push(end);
            }
            Column::Boolean(cells) => {
                cells.push(if let Cell::Boolean(boolean) = cell { Some(boolean) } else { None })
            }
            Column::Integer(cells) => {
                cells.push(if let Cell::Integer(number) = cell { Some(number) } else { None })
            }
            Column::Float(cells) => {
                cells.push(if let Cell::Float(number) = cell { Some(number) } else { None })
            }
            Column::Timestamp(cells) => {
                cells.push(if let Cell::Timestamp(time) = cell { Some(time) } else { None })
            }
        }
        Ok(())
    }

    /// Ends the row that is being read.
    pub fn end_row(&mut self) -> Result<(), String> {
        self.rows = self.rows.checked_add(1).ok_or("a table holds at most 4,294,967,295 rows")?;
        Ok(())
    }

    /// Gives back memory that further rows would have used.
    pub fn shrink(&mut self) {
        self.buffer.shrink_to_fit();
        self.ends.shrink_to_fit();
        for column in &mut self.columns {
            match column {
                Column::Text(_) => {}
                Column::Boolean(cells) => cells.shrink_to_fit(),
                Column::Integer(cells) => cells.shrink_to_fit(),
                Column::Float(cells) => cells.shrink_to_fit(),
                Column::Timestamp(cells) => cells.shrink_to_fit(),
            }
        }
    }

    /// A cell.
    pub fn cell(&self, row: u32, column: usize) -> Cell<'_> {
        let row = row as usize;
        match &self.columns[column] {
            Column::Text(position) => {
                let index = row * self.width + position;
                Cell::Text(&self.buffer[self.ends[index] as usize..self.ends[index + 1] as usize])
            }
            Column::Boolean(cells) => cells[row].map_or(Cell::Null, Cell::Boolean),
            Column::Integer(cells) => cells[row].map_or(Cell::Null, Cell::Integer),
            Column::Float(cells) => cells[row].map_or(Cell::Null, Cell::Float),
            Column::Timestamp(cells) => cells[row].map_or(Cell::Null, Cell::Timestamp),
        }
    }

    /// What a column holds, in a word.
    pub fn type_name(&self, column: usize) -> &'static str {
        match self.columns[column] {
            Column::Text(_) => "string",
            Column::Boolean(_) => "boolean",
            Column::Integer(_) => "integer",
            Column::Float(_) => "float",
            Column::Timestamp(_) => "timestamp",
        }
    }

    /// The kinds that the values of a column may be of; an empty cell is null, but for that of a text.
    pub fn kinds(&self, column: usize) -> KindSet {
        match self.columns[column] {
            Column::Text(_) => KindSet::BYTES,
            Column::Boolean(_) => KindSet::BOOLEAN.or(KindSet::NULL),
            Column::Integer(_) => KindSet::INTEGER.or(KindSet::NULL),
            Column::Float(_) => KindSet::FLOAT.or(KindSet::NULL),
            Column::Timestamp(_) => KindSet::TIMESTAMP.or(KindSet::NULL),
        }
    }

    /// Whether a column holds dates.
    pub fn has_dates(&self, column: usize) -> bool {
        matches!(self.columns[column], Column::Timestamp(_))
    }
}
