//! Rows as records (objects), made once and kept by each machine.

use std::convert::Infallible;

use vrlet_function::{CacheCounts, SharedState};
use vrlet_value::Value;

use super::CsvTable;
use crate::record_cache::{CacheKey, RecordCache};
use crate::record_layout::RecordLayout;

/// How many bytes of records a machine keeps of one table.
const BUDGET: usize = 8 << 20;

/// Records of some columns of a table.
pub struct Records {
    columns: Box<[usize]>,
    record_layout: RecordLayout,
    cache: RecordCache<Row>,
}

impl SharedState for Records {
    fn cache_counts(&self) -> CacheCounts {
        self.cache.counts()
    }
}

/// The number of a row.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Row(u32);

impl CacheKey for Row {
    fn place(self) -> usize {
        self.0 as usize
    }
}

impl Records {
    /// Records of the columns for which `wanted` says so.
    pub fn new(table: &CsvTable, wanted: impl Fn(&str) -> bool) -> Self {
        let columns = (0..table.names.len()).filter(|column| wanted(&table.names[*column]));
        let columns: Box<[usize]> = columns.collect();
        let record_layout =
            RecordLayout::new(columns.iter().map(|column| table.names[*column].clone()));
        Self { columns, record_layout, cache: RecordCache::new(BUDGET) }
    }

    /// The record of a row.
    pub fn record(&mut self, table: &CsvTable, row: u32) -> Value {
        let Self { columns, record_layout, cache } = self;
        let record: Result<Value, Infallible> = cache.get_or_make(Row(row), || {
            let values = columns.iter().map(|column| table.cells.cell(row, *column).to_value());
            Ok(record_layout.record(values.collect()))
        });
        let Ok(record) = record;
        record
    }
}
