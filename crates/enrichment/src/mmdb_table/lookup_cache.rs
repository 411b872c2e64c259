//! A cache from the text of an address to its record: most addresses of a stream were looked up before, and
//! then neither the text is parsed nor the search tree walked.

use std::hash::Hasher;

use rustc_hash::FxHasher;
use vrlet_function::Failure;
use vrlet_value::Value;

use super::MmdbTable;
use super::records::Records;
use crate::record_cache::RecordCache;

/// How many lookups for short texts a machine keeps of one table.
const MOST_SHORT: usize = 1 << 11;
/// How many for long ones, which are fewer and larger.
const MOST_LONG: usize = 1 << 9;

/// What one machine knows of a table, by text and by address.
pub struct LookupCache {
    /// Texts as short as IPv4 addresses are.
    short: RecordCache<AddressText<16>, Option<Value>>,
    /// Texts as long as IPv6 addresses are.
    long: RecordCache<AddressText<40>, Option<Value>>,
    pub records: Records,
}

/// The text of an address; after it zeros, which no address has in it.
#[derive(Clone, Copy, PartialEq, Eq)]
struct AddressText<const N: usize>([u8; N]);

impl<const N: usize> AddressText<N> {
    /// The address_text of a value that may be an address, if it is not longer than those here.
    fn of(value: &Value) -> Option<Self> {
        let text = value.as_text()?.as_bytes();
        let mut address_text = [0; N];
        address_text.get_mut(..text.len())?.copy_from_slice(text);
        Some(Self(address_text))
    }

    fn place(self) -> usize {
        let mut hasher = FxHasher::default();
        hasher.write(&self.0);
        #[expect(clippy::cast_possible_truncation, reason = "any bits will do")]
        let place = hasher.finish() as usize;
        place
    }
}

impl LookupCache {
    pub fn new(table: &MmdbTable) -> Self {
        Self {
            short: RecordCache::new(MOST_SHORT),
            long: RecordCache::new(MOST_LONG),
            records: Records::new(table),
        }
    }

    /// The answer for an address, found with `find` if its text is not known.
    pub fn get(
        &mut self,
        address: &Value,
        find: impl FnOnce(&mut Records) -> Result<Option<Value>, Failure>,
    ) -> Result<Option<Value>, Failure> {
        let Self { short, long, records } = self;
        if let Some(address_text) = AddressText::of(address) {
            return short.get_or_make(address_text, address_text.place(), || find(records));
        }
        match AddressText::of(address) {
            Some(address_text) => {
                long.get_or_make(address_text, address_text.place(), || find(records))
            }
            None => find(records),
        }
    }
}
