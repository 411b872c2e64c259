//! A column: its cells side by side, as compact as their type allows.

use chrono::{DateTime, Utc};

use super::ColumnType;
use super::cell::Cell;

/// All cells of a column, from the first row to the last.
pub enum Column {
    /// One buffer for all texts; a cell ends where the next begins.
    Text {
        buffer: String,
        ends: Vec<usize>,
    },
    Boolean(Vec<Option<bool>>),
    Integer(Vec<Option<i64>>),
    Float(Vec<Option<f64>>),
    Timestamp(Vec<Option<DateTime<Utc>>>),
}

impl Column {
    /// A column without rows.
    pub fn new(column_type: &ColumnType) -> Self {
        match column_type {
            ColumnType::String => Self::Text { buffer: String::new(), ends: Vec::new() },
            ColumnType::Boolean => Self::Boolean(Vec::new()),
            ColumnType::Integer => Self::Integer(Vec::new()),
            ColumnType::Float => Self::Float(Vec::new()),
            ColumnType::Date(_) | ColumnType::Timestamp(_) => Self::Timestamp(Vec::new()),
        }
    }

    /// Adds a cell that the column's type has made; one of another type is null.
    pub fn push(&mut self, cell: Cell<'_>) {
        match self {
            Self::Text { buffer, ends } => {
                if let Cell::Text(text) = cell {
                    buffer.push_str(text);
                }
                ends.push(buffer.len());
            }
            Self::Boolean(cells) => {
                cells.push(if let Cell::Boolean(boolean) = cell { Some(boolean) } else { None })
            }
            Self::Integer(cells) => {
                cells.push(if let Cell::Integer(number) = cell { Some(number) } else { None })
            }
            Self::Float(cells) => {
                cells.push(if let Cell::Float(number) = cell { Some(number) } else { None })
            }
            Self::Timestamp(cells) => {
                cells.push(if let Cell::Timestamp(time) = cell { Some(time) } else { None })
            }
        }
    }

    /// The cell of a row.
    pub fn cell(&self, row: u32) -> Cell<'_> {
        let row = row as usize;
        match self {
            Self::Text { buffer, ends } => {
                let start = if row == 0 { 0 } else { ends[row - 1] };
                Cell::Text(&buffer[start..ends[row]])
            }
            Self::Boolean(cells) => cells[row].map_or(Cell::Null, Cell::Boolean),
            Self::Integer(cells) => cells[row].map_or(Cell::Null, Cell::Integer),
            Self::Float(cells) => cells[row].map_or(Cell::Null, Cell::Float),
            Self::Timestamp(cells) => cells[row].map_or(Cell::Null, Cell::Timestamp),
        }
    }

    /// Gives back memory that further rows would have used.
    pub fn shrink(&mut self) {
        match self {
            Self::Text { buffer, ends } => {
                buffer.shrink_to_fit();
                ends.shrink_to_fit();
            }
            Self::Boolean(cells) => cells.shrink_to_fit(),
            Self::Integer(cells) => cells.shrink_to_fit(),
            Self::Float(cells) => cells.shrink_to_fit(),
            Self::Timestamp(cells) => cells.shrink_to_fit(),
        }
    }

    /// What the column holds, in a word.
    pub const fn type_name(&self) -> &'static str {
        match self {
            Self::Text { .. } => "string",
            Self::Boolean(_) => "boolean",
            Self::Integer(_) => "integer",
            Self::Float(_) => "float",
            Self::Timestamp(_) => "timestamp",
        }
    }
}
