//! Records as one machine has decoded them, and where in the file it found those of which address.
//!
//! Traffic comes from few addresses: an address seen before skips the walk through the search tree, and
//! the record that it shares with others skips the decoding.

use std::net::IpAddr;

use maxminddb::LookupResult;
use vrlet_function::Failure;
use vrlet_value::{Key, Value};

use super::MmdbTable;
use super::raw::Record;
use crate::error::damaged_record;
use crate::record_cache::{RecordCache, RecordLayout};

/// How many records a machine keeps of one table.
const MOST_RECORDS: usize = 1 << 10;
/// How many addresses: those whose text is known do not come here.
const MOST_ADDRESSES: usize = 1 << 9;

/// What tells one record from another: its place in the file and, where that is a part of the record,
/// the network.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct RecordKey {
    offset: usize,
    network: Option<(IpAddr, u8)>,
}

/// Records by key.
pub type Cache = RecordCache<RecordKey>;

/// What one machine knows of a table.
pub struct Records {
    addresses: RecordCache<IpAddr, Option<RecordKey>>,
    records: Cache,
    record_layout: Option<RecordLayout>,
}

impl Records {
    pub fn new(table: &MmdbTable) -> Self {
        let network = table.network.then(|| Key::from_static("network"));
        let record_layout = table
            .layout
            .as_ref()
            .map(|layout| RecordLayout::new(layout.names().cloned().chain(network)));
        Self { addresses: RecordCache::new(MOST_ADDRESSES), records: cache(), record_layout }
    }

    /// Where the record for an address is; `None` where the database has none.
    pub fn key(
        &mut self,
        table: &MmdbTable,
        address: IpAddr,
    ) -> Result<Option<RecordKey>, Failure> {
        self.addresses.get_or_make(address, mix(address_bits(address)), || {
            let Some(found) = table.lookup(address)? else { return Ok(None) };
            let Some(offset) = found.offset() else { return Ok(None) };
            let network = if table.network && table.layout.is_some() {
                let network =
                    found.network().map_err(|error| damaged_record(&table.file, error))?;
                Some((network.ip(), network.prefix()))
            } else {
                None
            };
            Ok(Some(RecordKey { offset, network }))
        })
    }

    /// The record at a place, which is that for an address.
    pub fn record(
        &mut self,
        table: &MmdbTable,
        address: IpAddr,
        key: RecordKey,
    ) -> Result<Value, Failure> {
        let Self { records, record_layout, .. } = self;
        records.get_or_make(key, key.place(), || {
            let failed = |error| damaged_record(&table.file, error);
            let Some(found) = table.lookup(address)? else { return Ok(Value::Null) };
            let (Some(layout), Some(record_layout)) = (&table.layout, record_layout) else {
                let record = found.decode::<Record>().map_err(failed)?;
                return Ok(match record {
                    Some(Record(Value::Object(record))) => Value::Object(record.with_cached_json()),
                    Some(Record(other)) => other,
                    None => Value::Null,
                });
            };
            let mut values = layout.decode(&found).map_err(failed)?;
            values.extend(
                key.network.map(|(address, prefix)| Value::from(format!("{address}/{prefix}"))),
            );
            Ok(record_layout.record(values))
        })
    }
}

/// An empty cache of records, or of parts of them.
pub fn cache() -> Cache {
    RecordCache::new(MOST_RECORDS)
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

impl RecordKey {
    /// Where in a cache the record is kept.
    pub fn place(self) -> usize {
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
