//! Searching addresses in a database, with the caches of one machine.

use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};

use vrlet_function::{Failure, MachineState, Search, SearchFactory};
use vrlet_value::{Array, Object, Text, Value};

use super::lookup_cache::LookupCache;
use super::records::{Cache, Records, cache};
use super::{MmdbTable, path};
use crate::error::{NO_RECORD, address_kind, address_syntax};
use crate::{Missing, contains};

/// The search of one call site on one machine.
struct MmdbSearch {
    table: Arc<MmdbTable>,
    lookups: Arc<Mutex<LookupCache>>,
    selection: Option<Selection>,
}

/// Parts of records, as the last `select` asked for them.
struct Selection {
    select: Array,
    parts: Cache,
}

impl MmdbSearch {
    /// The record for an address; `None` where the database has none.
    fn find(&mut self, value: &Value, select: Option<&Array>) -> Result<Option<Value>, Failure> {
        let table = &*self.table;
        let mut lookups = self.lookups.lock().unwrap_or_else(PoisonError::into_inner);
        let whole = |records: &mut Records| {
            let address = address(value)?;
            let Some(key) = records.key(table, address)? else { return Ok(None) };
            records.record(table, address, key).map(Some)
        };
        let Some(select) = select else {
            return lookups.get(value, whole);
        };
        let records = &mut lookups.records;
        let address = address(value)?;
        let Some(key) = records.key(table, address)? else { return Ok(None) };
        let known = self.selection.take().filter(|selection| selection.select == *select);
        let selection = self
            .selection
            .insert(known.unwrap_or_else(|| Selection { select: select.clone(), parts: cache() }));
        let part = || {
            let record = records.record(table, address, key)?;
            Ok(if table.layout.is_some() {
                selected_fields(record, select)
            } else {
                selected_paths(&record, select)
            })
        };
        selection.parts.get_or_make(key, key.place(), part).map(Some)
    }
}

fn address(value: &Value) -> Result<IpAddr, Failure> {
    let Value::Bytes(text) = value else { return Err(address_kind(value)) };
    match text.as_str().and_then(|text| text.parse().ok()) {
        Some(address) => Ok(address),
        None => Err(address_syntax(&text.to_str())),
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
        values: &mut [Value],
        select: Option<&Array>,
        _: Option<&Text>,
    ) -> Result<Value, Failure> {
        match self.find(&values[0], select)? {
            Some(record) => Ok(record),
            None if self.table.missing == Missing::Empty => Ok(Value::Object(Object::new())),
            None => Err(NO_RECORD),
        }
    }

    fn find_all(
        &mut self,
        values: &mut [Value],
        select: Option<&Array>,
        _: Option<&Text>,
    ) -> Result<Array, Failure> {
        Ok(self.find(&values[0], select)?.into_iter().collect())
    }
}

/// What the searches of all machines start from.
pub struct OfTable(pub Arc<MmdbTable>);

impl SearchFactory for OfTable {
    fn instantiate(&self, machine: &mut MachineState) -> Box<dyn Search> {
        let table = Arc::clone(&self.0);
        let lookups = machine.share(Arc::as_ptr(&table).addr(), || LookupCache::new(&table));
        Box::new(MmdbSearch { table, lookups, selection: None })
    }
}
