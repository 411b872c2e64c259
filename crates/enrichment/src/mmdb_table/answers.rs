//! Answers by the text of the address: most addresses of a stream were asked for before, and then
//! neither the text is read nor the search tree walked.

use std::hash::Hasher;

use rustc_hash::FxHasher;
use vrlet_function::Failure;
use vrlet_value::Value;

use super::MmdbTable;
use super::records::Records;
use crate::record_cache::RecordCache;

/// How many answers a machine keeps of one table.
const MOST: usize = 1 << 11;

/// What one machine knows of a table, by text and by address.
pub struct Answers {
    known: RecordCache<Spelling, Option<Value>>,
    pub records: Records,
}

/// The text of an address, if it is as short as IPv4 addresses are; behind it zeros, which no address
/// has in it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Spelling([u8; 16]);

impl Spelling {
    /// The spelling of a value that may be an address.
    pub fn of(value: &Value) -> Option<Self> {
        let text = value.as_text()?.as_bytes();
        let mut spelling = [0; 16];
        spelling.get_mut(..text.len())?.copy_from_slice(text);
        Some(Self(spelling))
    }

    fn place(self) -> usize {
        let mut hasher = FxHasher::default();
        hasher.write_u128(u128::from_le_bytes(self.0));
        #[expect(clippy::cast_possible_truncation, reason = "any bits will do")]
        let place = hasher.finish() as usize;
        place
    }
}

impl Answers {
    pub fn new(table: &MmdbTable) -> Self {
        Self { known: RecordCache::new(MOST), records: Records::new(table) }
    }

    /// The answer for a spelling, found with `find` if it is not known.
    pub fn get(
        &mut self,
        spelling: Spelling,
        find: impl FnOnce(&mut Records) -> Result<Option<Value>, Failure>,
    ) -> Result<Option<Value>, Failure> {
        let Self { known, records } = self;
        known.get_or_make(spelling, spelling.place(), || find(records))
    }
}
