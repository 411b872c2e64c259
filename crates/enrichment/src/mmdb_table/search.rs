//! Looking addresses up.

use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};

use maxminddb::LookupResult;
use vrlet_function::{Failure, Search, Worker};
use vrlet_value::{Array, Key, Object, Text, Value};

use super::raw::Record;
use super::{MmdbTable, path};
use crate::Missing;
use crate::error::{NO_RECORD, address_kind, address_syntax, damaged_record};
use crate::record_cache::RecordCache;

/// How many records a machine keeps of one table.
const MOST_RECORDS: usize = 1 << 12;

/// What tells one record from another: its place in the file and, where it is a part of the record, the
/// network.
type RecordKey = (usize, Option<(IpAddr, u8)>);
type Cache = RecordCache<RecordKey>;

/// The prepared search of one call site.
pub struct MmdbSearch {
    table: Arc<MmdbTable>,
    records: Arc<Mutex<Cache>>,
    selection: Option<Selection>,
}

/// Parts of records, as the last `select` asked for them.
struct Selection {
    select: Array,
    records: Cache,
}

impl MmdbSearch {
    pub fn new(table: Arc<MmdbTable>) -> Self {
        Self { table, records: Arc::new(Mutex::new(Cache::new(MOST_RECORDS))), selection: None }
    }

    /// The record for an address; `None` where the database has none.
    fn find(&mut self, value: &Value, select: Option<&Array>) -> Result<Option<Value>, Failure> {
        let address = address(value)?;
        if address.is_ipv6() && self.table.reader.metadata().ip_version == 4 {
            return Ok(None);
        }
        let table = &*self.table;
        let found =
            table.reader.lookup(address).map_err(|error| damaged_record(&table.file, error))?;
        let Some(offset) = found.offset() else { return Ok(None) };
        let network = if table.network && table.layout.is_some() {
            let network = found.network().map_err(|error| damaged_record(&table.file, error))?;
            Some((network.ip(), network.prefix()))
        } else {
            None
        };
        let key = (offset, network);
        let whole = || table.decode(&found, network);
        let Some(select) = select else {
            let mut records = self.records.lock().unwrap_or_else(PoisonError::into_inner);
            return records.get_or_make(key, place(key), whole).map(Some);
        };
        let known = self.selection.take().filter(|selection| selection.select == *select);
        let selection = self.selection.insert(known.unwrap_or_else(|| Selection {
            select: select.clone(),
            records: Cache::new(MOST_RECORDS),
        }));
        let part = || {
            let record = self.records.lock().unwrap_or_else(PoisonError::into_inner).get_or_make(
                key,
                place(key),
                whole,
            )?;
            Ok(if table.layout.is_some() {
                selected_fields(record, select)
            } else {
                selected_paths(&record, select)
            })
        };
        selection.records.get_or_make(key, place(key), part).map(Some)
    }
}

impl MmdbTable {
    fn decode(
        &self,
        found: &LookupResult<'_, Vec<u8>>,
        network: Option<(IpAddr, u8)>,
    ) -> Result<Value, Failure> {
        let failed = |error| damaged_record(&self.file, error);
        let Some(layout) = &self.layout else {
            let record = found.decode::<Record>().map_err(failed)?;
            return Ok(record.map_or(Value::Null, |Record(value)| value));
        };
        let mut object = layout.decode(found).map_err(failed)?;
        if let Some((address, prefix)) = network {
            object.insert(Key::from_static("network"), Value::from(format!("{address}/{prefix}")));
        }
        Ok(Value::Object(object))
    }
}

fn address(value: &Value) -> Result<IpAddr, Failure> {
    let Value::Bytes(text) = value else { return Err(address_kind(value)) };
    match text.as_str().and_then(|text| text.parse().ok()) {
        Some(address) => Ok(address),
        None => Err(address_syntax(&text.to_str())),
    }
}

/// Where a record is kept: records lie some dozens of bytes apart, so neighbours must not push each
/// other out.
fn place((offset, network): RecordKey) -> usize {
    let bits = match network {
        None => 0,
        Some((IpAddr::V4(address), prefix)) => {
            u64::from(address.to_bits()) ^ u64::from(prefix) << 32
        }
        Some((IpAddr::V6(address), prefix)) => (address.to_bits() >> 64) as u64 ^ u64::from(prefix),
    };
    let hash = (offset as u64 ^ bits.rotate_left(20)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (hash >> 40) as usize
}

/// The flat fields that are wanted; names that are none of them are passed over.
fn selected_fields(record: Value, select: &Array) -> Value {
    let Value::Object(mut object) = record else { return record };
    object.retain(|name, _| {
        select
            .iter()
            .any(|value| value.as_text().is_some_and(|text| text.as_bytes() == name.as_bytes()))
    });
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

    fn fork(&self, worker: &mut Worker) -> Box<dyn Search> {
        let records = worker.share(Arc::as_ptr(&self.table).addr(), || Cache::new(MOST_RECORDS));
        Box::new(Self { table: Arc::clone(&self.table), records, selection: None })
    }
}
