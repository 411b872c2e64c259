//! Records as one machine has decoded them: what several addresses share is decoded once.

use std::net::IpAddr;

use maxminddb::LookupResult;
use vrlet_function::Failure;
use vrlet_value::{Key, Value};

use super::MmdbTable;
use super::raw::Record;
use crate::error::{address_kind, address_syntax, damaged_record};
use crate::record_cache::{CacheKey, RecordCache};
use crate::record_layout::RecordLayout;

/// How many bytes of records a machine keeps of one table, beside those that were looked up before.
const BUDGET: usize = 8 << 20;

/// What tells one record from another: its place in the file and, where that is a part of the record,
/// the network.
#[derive(Clone, Copy, PartialEq, Eq)]
struct RecordKey {
    offset: usize,
    network: Option<(IpAddr, u8)>,
}

/// The records of a table.
pub struct Records {
    cache: RecordCache<RecordKey>,
    record_layout: Option<RecordLayout>,
}

impl Records {
    pub fn new(table: &MmdbTable) -> Self {
        let network = table.network.then(|| Key::from_static("network"));
        let record_layout = table
            .layout
            .as_ref()
            .map(|layout| RecordLayout::new(layout.names().cloned().chain(network)));
        Self { cache: RecordCache::new(BUDGET), record_layout }
    }

    /// The record for an address; `None` where the database has none.
    pub fn find(&mut self, table: &MmdbTable, address: &Value) -> Result<Option<Value>, Failure> {
        let Some(found) = table.lookup(parsed(address)?)? else { return Ok(None) };
        let Some(offset) = found.offset() else { return Ok(None) };
        let failed = |error| damaged_record(&table.file, error);
        let network = if table.network && table.layout.is_some() {
            let network = found.network().map_err(failed)?;
            Some((network.ip(), network.prefix()))
        } else {
            None
        };
        let Self { cache, record_layout } = self;
        let record = cache.get_or_make(RecordKey { offset, network }, || {
            let (Some(layout), Some(record_layout)) = (&table.layout, record_layout) else {
                let record = found.decode::<Record>().map_err(failed)?;
                return Ok(match record {
                    Some(Record(Value::Object(record))) => Value::Object(record.with_cached_json()),
                    Some(Record(other)) => other,
                    None => Value::Null,
                });
            };
            let mut values = layout.decode(&found).map_err(failed)?;
            let network = network.map(|(address, prefix)| format!("{address}/{prefix}"));
            values.extend(network.map(Value::from));
            Ok(record_layout.record(values))
        });
        record.map(Some)
    }
}

fn parsed(address: &Value) -> Result<IpAddr, Failure> {
    let Value::Bytes(text) = address else { return Err(address_kind(address)) };
    match text.as_str().and_then(|text| text.parse().ok()) {
        Some(address) => Ok(address),
        None => Err(address_syntax(&text.to_str())),
    }
}

impl MmdbTable {
    /// Walks to an address; `None` where the database can't have it. An IPv4 address that is written as
    /// an IPv6 one (`::ffff:192.0.2.1`, RFC 4291, 2.5.5.2) is looked up as itself where the database
    /// does not know it as that.
    fn lookup(&self, address: IpAddr) -> Result<Option<LookupResult<'_, Vec<u8>>>, Failure> {
        let mapped = match address {
            IpAddr::V6(address) => address.to_ipv4_mapped().map(IpAddr::V4),
            IpAddr::V4(_) => None,
        };
        if address.is_ipv6() && self.reader.metadata().ip_version == 4 {
            return mapped.map_or(Ok(None), |address| self.walk(address).map(Some));
        }
        let found = self.walk(address)?;
        match mapped {
            Some(address) if !found.has_data() => self.walk(address).map(Some),
            _ => Ok(Some(found)),
        }
    }

    fn walk(&self, address: IpAddr) -> Result<LookupResult<'_, Vec<u8>>, Failure> {
        self.reader.lookup(address).map_err(|error| damaged_record(&self.file, error))
    }
}

impl CacheKey for RecordKey {
    fn place(self) -> usize {
        let network = self
            .network
            .map_or(0, |(address, prefix)| address_bits(address) ^ u64::from(prefix) << 32);
        mix(self.offset as u64 ^ network.rotate_left(20))
    }
}

fn address_bits(address: IpAddr) -> u64 {
    match address {
        IpAddr::V4(address) => address.to_bits().into(),
        #[expect(clippy::cast_possible_truncation, reason = "both halves take part")]
        IpAddr::V6(address) => (address.to_bits() >> 64) as u64 ^ address.to_bits() as u64,
    }
}

/// Neighbouring numbers to distant places.
fn mix(number: u64) -> usize {
    (number.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 40) as usize
}
