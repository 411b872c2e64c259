//! Searching addresses in a database, with the caches of one machine.

use std::sync::Arc;

use vrlet_function::{
    CacheCounts, Failure, MachineState, Search, SearchFactory, SharedState, StateKey,
};
use vrlet_value::{Array, Object, Text, Value};

use super::records::Records;
use super::{MmdbTable, path};
use crate::error::NO_RECORD;
use crate::lookup_cache::LookupCache;
use crate::{Missing, contains};

/// How many bytes of records by address a machine keeps of one table.
const BUDGET: usize = 24 << 20;

/// The search of one call site on one machine.
struct MmdbSearch {
    table: Arc<MmdbTable>,
    found: StateKey<Found>,
    selection: Option<Selection>,
}

/// What one machine has found in a table.
struct Found {
    whole: LookupCache,
    records: Records,
}

impl SharedState for Found {
    fn cache_counts(&self) -> CacheCounts {
        self.whole.counts()
    }
}

/// Parts of records, as the last `select` asked for them.
struct Selection {
    select: Array,
    parts: LookupCache,
}

impl MmdbSearch {
    /// The record for an address; `None` where the database has none.
    fn find(
        &mut self,
        machine: &mut MachineState,
        address: &Value,
        select: Option<&Array>,
    ) -> Result<Option<Value>, Failure> {
        let table = &*self.table;
        let Found { whole, records } = machine.get(self.found);
        let Some(select) = select else {
            return whole.get_or_find(address, || records.find(table, address));
        };
        let known = self.selection.take().filter(|selection| selection.select == *select);
        let selection = self.selection.insert(known.unwrap_or_else(|| Selection {
            select: select.clone(),
            parts: LookupCache::new(BUDGET),
        }));
        selection.parts.get_or_find(address, || {
            let record = records.find(table, address)?;
            Ok(record.map(|record| {
                if table.layout.is_some() {
                    selected_fields(record, select)
                } else {
                    selected_paths(&record, select)
                }
            }))
        })
    }
}

/// The flat fields that are wanted; names that are none of them are passed over.
fn selected_fields(record: Value, select: &Array) -> Value {
    let Value::Object(mut object) = record else { return record };
    object.retain(|name, _| contains(select, name));
    Value::Object(object)
}

/// The parts of a record at the paths that are wanted, each at its place; what is not there is null.
fn selected_paths(record: &Value, select: &Array) -> Value {
    let mut selected = Value::Object(Object::new());
    for wanted in select.iter().filter_map(Value::as_text) {
        if let Some(path) = wanted.as_str().and_then(path::parse) {
            let value = record.get(&path).cloned().unwrap_or_default();
            // An index far beyond the end of an array selects nothing, like a path that is none.
            let _ = selected.insert(&path, value);
        }
    }
    selected
}

impl Search for MmdbSearch {
    fn find_one(
        &mut self,
        machine: &mut MachineState,
        values: &mut [Value],
        select: Option<&Array>,
        _: Option<&Text>,
    ) -> Result<Value, Failure> {
        match self.find(machine, &values[0], select)? {
            Some(record) => Ok(record),
            None if self.table.missing == Missing::Empty => Ok(Value::Object(Object::new())),
            None => Err(NO_RECORD),
        }
    }

    fn find_all(
        &mut self,
        machine: &mut MachineState,
        values: &mut [Value],
        select: Option<&Array>,
        _: Option<&Text>,
    ) -> Result<Array, Failure> {
        Ok(self.find(machine, &values[0], select)?.into_iter().collect())
    }
}

/// What the searches of all machines start from.
pub struct OfTable(pub Arc<MmdbTable>);

impl SearchFactory for OfTable {
    fn instantiate(&self, machine: &mut MachineState) -> Box<dyn Search> {
        let table = Arc::clone(&self.0);
        let found = machine.share(Arc::as_ptr(&table).addr(), || Found {
            whole: LookupCache::new(BUDGET),
            records: Records::new(&table),
        });
        Box::new(MmdbSearch { table, found, selection: None })
    }
}
