//! A cache from the text that was looked up to what was found: most values of a stream were asked for before, and then neither
//! the text is read nor the table searched.

use vrlet_function::{CacheCounts, Failure};
use vrlet_value::{Text, Value};

use crate::record_cache::{CacheKey, RecordCache};

/// What was found for texts; `None` where the table has nothing.
pub struct LookupCache {
    /// For texts as short as IPv4 addresses are.
    short: RecordCache<ShortText, Option<Value>>,
    /// For texts as short as IPv6 addresses are.
    long: RecordCache<LongText, Option<Value>>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
struct ShortText(u128);

/// The bytes of a text, zeros, and its length.
#[derive(Clone, Copy, PartialEq, Eq)]
struct LongText([u64; 6]);

impl CacheKey for ShortText {
    #[inline]
    fn place(self) -> usize {
        mix([self.0 as u64, (self.0 >> 64) as u64])
    }
}

impl CacheKey for LongText {
    #[inline]
    fn place(self) -> usize {
        mix(self.0)
    }
}

impl LongText {
    const MOST: usize = 47;

    fn of(text: &Text) -> Option<Self> {
        let text = text.as_bytes();
        let mut bytes = [0; Self::MOST + 1];
        bytes[..Self::MOST].get_mut(..text.len())?.copy_from_slice(text);
        bytes[Self::MOST] = text.len() as u8;
        let mut words = [0; 6];
        for (word, bytes) in words.iter_mut().zip(bytes.as_chunks().0) {
            *word = u64::from_le_bytes(*bytes);
        }
        Some(Self(words))
    }
}

impl LookupCache {
    /// A cache of about so many bytes.
    pub const fn new(budget: usize) -> Self {
        Self { short: RecordCache::new(budget), long: RecordCache::new(budget / 2) }
    }

    /// How often it was asked.
    pub fn counts(&self) -> CacheCounts {
        self.short.counts().plus(self.long.counts())
    }

    /// What was found for a value, found with `find` if it is not known.
    #[inline]
    pub fn get_or_find(
        &mut self,
        value: &Value,
        find: impl FnOnce() -> Result<Option<Value>, Failure>,
    ) -> Result<Option<Value>, Failure> {
        let Value::Bytes(text) = value else { return find() };
        if let Some(text) = text.as_number() {
            return self.short.get_or_make(ShortText(text), find);
        }
        match LongText::of(text) {
            Some(text) => self.long.get_or_make(text, find),
            None => find(),
        }
    }
}

/// Texts that differ little to distant places.
#[inline]
fn mix<const N: usize>(words: [u64; N]) -> usize {
    let mixed = words.into_iter().fold(0_u64, |mixed, word| {
        (mixed.rotate_left(23) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15)
    });
    (mixed >> 32) as usize
}

#[cfg(test)]
mod tests {
    use super::LookupCache;
    use vrlet_value::{Text, Value};

    #[test]
    fn texts_that_end_in_zeros_are_told_apart() {
        let mut cache = LookupCache::new(1 << 20);
        for length in 0..60 {
            for text in ["1".repeat(length), "1".repeat(length) + "\0"] {
                let own = Value::from(text.as_str());
                let found = cache.get_or_find(&own, || Ok(Some(own.clone())));
                assert_eq!(found, Ok(Some(own)));
            }
        }
    }

    #[test]
    fn texts_that_are_not_utf8_have_places_too() {
        let mut cache = LookupCache::new(1 << 20);
        let own = Value::Bytes(Text::from_bytes(b"\xff\xfe"));
        assert_eq!(cache.get_or_find(&own, || Ok(None)), Ok(None));
        assert_eq!(cache.get_or_find(&own, || unreachable!("it is known")), Ok(None));
    }
}
