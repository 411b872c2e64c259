//! Answers by the text of the address: most addresses of a stream were asked for before, and then
//! neither the text is read nor the search tree walked.

use std::hash::Hasher;

use rustc_hash::FxHasher;
use vrlet_function::Failure;
use vrlet_value::Value;

use super::MmdbTable;
use super::records::Records;
use crate::record_cache::RecordCache;

/// How many answers for short texts a machine keeps of one table.
const MOST_SHORT: usize = 1 << 11;
/// How many for long ones, which are fewer and larger.
const MOST_LONG: usize = 1 << 9;

/// What one machine knows of a table, by text and by address.
pub struct Answers {
    /// Texts as short as IPv4 addresses are.
    short: RecordCache<Spelling<16>, Option<Value>>,
    /// Texts as long as IPv6 addresses are.
    long: RecordCache<Spelling<40>, Option<Value>>,
    pub records: Records,
}

/// The text of an address; behind it zeros, which no address has in it.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Spelling<const N: usize>([u8; N]);

impl<const N: usize> Spelling<N> {
    /// The spelling of a value that may be an address, if it is not longer than those here.
    fn of(value: &Value) -> Option<Self> {
        let text = value.as_text()?.as_bytes();
        let mut spelling = [0; N];
        spelling.get_mut(..text.len())?.copy_from_slice(text);
        Some(Self(spelling))
    }

    fn place(self) -> usize {
        let mut hasher = FxHasher::default();
        hasher.write(&self.0);
        #[expect(clippy::cast_possible_truncation, reason = "any bits will do")]
        let place = hasher.finish() as usize;
        place
    }
}

impl Answers {
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
        if let Some(spelling) = Spelling::of(address) {
            return short.get_or_make(spelling, spelling.place(), || find(records));
        }
        match Spelling::of(address) {
            Some(spelling) => long.get_or_make(spelling, spelling.place(), || find(records)),
            None => find(records),
        }
    }
}
