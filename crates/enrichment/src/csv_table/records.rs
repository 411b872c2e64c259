//! Rows as records (objects), made once and kept by each machine.

use std::convert::Infallible;

use vrlet_value::Value;

use super::CsvTable;
use crate::record_cache::{RecordCache, RecordLayout};

/// How many records a machine keeps of one table.
const MOST_RECORDS: usize = 1 << 12;

/// Records of some columns of a table.
pub struct Records {
    columns: Box<[usize]>,
    record_layout: RecordLayout,
    cache: RecordCache<u32>,
}

impl Records {
    /// Records of the columns for which `wanted` says so.
    pub fn new(table: &CsvTable, wanted: impl Fn(&str) -> bool) -> Self {
        let columns = (0..table.names.len()).filter(|column| wanted(&table.names[*column]));
        let columns: Box<[usize]> = columns.collect();
        let record_layout =
            RecordLayout::new(columns.iter().map(|column| table.names[*column].clone()));
        Self {
            columns,
            record_layout,
            cache: RecordCache::new((table.cells.rows() as usize).clamp(1, MOST_RECORDS)),
        }
    }

    /// The record of a row.
    pub fn record(&mut self, table: &CsvTable, row: u32) -> Value {
        let Self { columns, record_layout, cache } = self;
        let record: Result<Value, Infallible> = cache.get_or_make(row, row as usize, || {
            let values = columns.iter().map(|column| table.cells.cell(row, *column).to_value());
            Ok(record_layout.record(values.collect()))
        });
        let Ok(record) = record;
        record
    }
}
