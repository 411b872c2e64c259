//! CSV tables as functions see them: a condition becomes a search, prepared once for a call site.

use std::sync::Arc;

use vrlet_function::{Case, Condition, SearchError, SearchFactory, Table};
use vrlet_value::KindSet;

use super::CsvTable;
use super::search::{Equality, Interval, Keys, MOST_KEYS, Plan, Range};
use crate::error::{quoted, range_without_dates, too_many_keys, unknown_columns};

impl Table for CsvTable {
    fn search(
        self: Arc<Self>,
        condition: &[Condition],
        case: Case,
    ) -> Result<Box<dyn SearchFactory>, SearchError> {
        let unknown: Vec<&str> = condition
            .iter()
            .map(|key| &*key.column)
            .filter(|name| self.column(name).is_none() && self.interval(name).is_none())
            .collect();
        if !unknown.is_empty() {
            return Err(unknown_columns(&unknown, &self.key_names()));
        }
        let mut keys = Keys::default();
        for (value, key) in condition.iter().enumerate() {
            if let Some(index) = self.interval(&key.column).filter(|_| !key.range) {
                keys.intervals.push(Interval { value, index: Arc::clone(index) });
                continue;
            }
            let Some(column) = self.column(&key.column) else {
                return Err(range_without_dates(&key.column, "range"));
            };
            if !key.range {
                keys.equalities.push(Equality { value, column });
            } else if self.cells.has_dates(column) {
                keys.ranges.push(Range { value, column });
            } else {
                return Err(range_without_dates(&key.column, self.cells.type_name(column)));
            }
        }
        if keys.equalities.len() > MOST_KEYS {
            return Err(too_many_keys(MOST_KEYS));
        }
        // The order of the table, so that call sites which write the keys in another share the index.
        keys.equalities.sort_unstable_by_key(|equality| equality.column);
        let columns: Vec<usize> = keys.equalities.iter().map(|equality| equality.column).collect();
        // Where an interval finds few rows, the other keys are compared with those.
        let index =
            (!columns.is_empty() && keys.intervals.is_empty()).then(|| self.index(columns, case));
        Ok(Box::new(Plan { table: self, index, keys, case }))
    }

    fn columns(&self) -> Option<Vec<String>> {
        Some(self.names.iter().map(ToString::to_string).collect())
    }

    fn kinds(&self, column: &str) -> Option<KindSet> {
        if self.interval(column).is_some() {
            return None;
        }
        self.column(column).map(|column| self.cells.kinds(column))
    }

    fn describe(&self) -> String {
        let rows = self.cells.rows();
        let noun = if rows == 1 { "row" } else { "rows" };
        format!("CSV, {rows} {noun}, columns {}", quoted(&self.names))
    }
}
