//! A set-associative cache of records and lookups in bounded memory, one for each machine.
//!
//! A key has a set of four places. The cache grows with what it holds, up to a budget of bytes; then what
//! was not asked for since the last look has to go (the clock algorithm), so a run over many different
//! keys leaves what is asked for often where it is. The cache belongs to one machine: a record that
//! threads shared would have them queue for its reference counter.

use vrlet_function::CacheCounts;
use vrlet_value::{Array, Object, Value};

/// How many entries may want the same places.
const WAYS: usize = 4;
/// How many sets a cache starts with.
const FIRST_SETS: usize = 16;

/// A key of a cache.
pub trait CacheKey: Copy + Eq {
    /// Where to look for it; any number, of which the lower bits should differ from key to key.
    fn place(self) -> usize;
}

/// A value of a cache.
pub trait Weight {
    /// About how many bytes it holds elsewhere.
    fn weight(&self) -> usize;
}

/// A bounded cache.
pub struct RecordCache<K, V = Value> {
    sets: Vec<[Option<Entry<K, V>>; WAYS]>,
    /// How many entries there are.
    entries: usize,
    /// The bytes of the sets and of what their values hold.
    bytes: usize,
    budget: usize,
    /// Where the search for something to leave out goes on.
    hand: usize,
    counts: CacheCounts,
}

struct Entry<K, V> {
    key: K,
    value: V,
    weight: usize,
    /// Whether it was asked for since the last look.
    used: bool,
}

impl<K: CacheKey, V: Clone + Weight> RecordCache<K, V> {
    /// A cache of so many bytes; memory is taken as it fills.
    pub const fn new(budget: usize) -> Self {
        Self {
            sets: Vec::new(),
            entries: 0,
            bytes: 0,
            budget,
            hand: 0,
            counts: CacheCounts { asked: 0, known: 0 },
        }
    }

    /// What belongs to a key, made if it is not here.
    #[inline]
    pub fn get_or_make<E>(&mut self, key: K, make: impl FnOnce() -> Result<V, E>) -> Result<V, E> {
        self.counts.asked += 1;
        if let Some(value) = self.get(key).cloned() {
            self.counts.known += 1;
            return Ok(value);
        }
        let value = make()?;
        self.insert(key, value.clone());
        Ok(value)
    }

    /// How often it was asked.
    pub const fn counts(&self) -> CacheCounts {
        self.counts
    }

    #[inline]
    fn get(&mut self, key: K) -> Option<&V> {
        let mask = self.sets.len().checked_sub(1)?;
        let mut entries = self.sets[key.place() & mask].iter_mut().flatten();
        let entry = entries.find(|entry| entry.key == key)?;
        entry.used = true;
        Some(&entry.value)
    }

    fn insert(&mut self, key: K, value: V) {
        let weight = value.weight();
        if weight > self.budget / 8 {
            return;
        }
        self.make_room(weight);
        self.bytes += weight;
        self.entries += 1;
        self.put(Entry { key, value, weight, used: false });
    }

    /// Sees to it that an entry of that weight can be put in within the budget.
    fn make_room(&mut self, weight: usize) {
        if self.entries >= self.sets.len() * WAYS / 2 {
            let more = self.sets.len().max(FIRST_SETS);
            let bytes = more * size_of::<[Option<Entry<K, V>>; WAYS]>();
            if self.sets.is_empty() || self.bytes + bytes + weight <= self.budget {
                self.grow(more);
                self.bytes += bytes;
            }
        }
        // Two rounds: the first may find everything used.
        for _ in 0..2 * self.sets.len() {
            if self.bytes + weight <= self.budget {
                return;
            }
            self.hand = (self.hand + 1) & (self.sets.len() - 1);
            for place in &mut self.sets[self.hand] {
                match place {
                    Some(entry) if entry.used => entry.used = false,
                    Some(entry) => {
                        self.bytes -= entry.weight;
                        self.entries -= 1;
                        *place = None;
                    }
                    None => {}
                }
            }
        }
    }

    fn grow(&mut self, more: usize) {
        let sets = self.sets.len() + more;
        let old = std::mem::replace(&mut self.sets, Vec::with_capacity(sets));
        self.sets.resize_with(sets, || [const { None }; WAYS]);
        for entry in old.into_iter().flatten().flatten() {
            self.put(entry);
        }
    }

    /// Puts an entry into its set, in place of what was not asked for where that is full.
    fn put(&mut self, entry: Entry<K, V>) {
        let mask = self.sets.len() - 1;
        let set = &mut self.sets[entry.key.place() & mask];
        let free = set.iter().position(Option::is_none);
        let unused = || set.iter().position(|place| !place.as_ref().is_some_and(|old| old.used));
        let way = free.or_else(unused).unwrap_or_else(|| {
            set.iter_mut().flatten().for_each(|old| old.used = false);
            0
        });
        if let Some(old) = set[way].replace(entry) {
            self.bytes -= old.weight;
            self.entries -= 1;
        }
    }
}

impl Weight for Value {
    fn weight(&self) -> usize {
        match self {
            Self::Bytes(text) => text.len(),
            Self::Object(object) => weight_of_object(object),
            Self::Array(array) => weight_of_array(array),
            Self::Integer(_)
            | Self::Float(_)
            | Self::Boolean(_)
            | Self::Timestamp(_)
            | Self::Regex(_)
            | Self::Null => 0,
        }
    }
}

impl Weight for Option<Value> {
    fn weight(&self) -> usize {
        self.as_ref().map_or(0, Weight::weight)
    }
}

/// The slots of a record, and its text as JSON.
fn weight_of_object(object: &Object) -> usize {
    let field = |(key, value): (&vrlet_value::Key, &Value)| {
        size_of::<Value>() + key.len() + 8 + 2 * value.weight()
    };
    object.iter().map(field).sum::<usize>() + 128
}

fn weight_of_array(array: &Array) -> usize {
    array.iter().map(|value| size_of::<Value>() + value.weight()).sum::<usize>() + 64
}

#[cfg(test)]
mod tests {
    use super::{CacheKey, RecordCache, Weight};

    impl CacheKey for u32 {
        fn place(self) -> usize {
            self as usize
        }
    }

    impl Weight for u32 {
        fn weight(&self) -> usize {
            1000
        }
    }

    fn ask(cache: &mut RecordCache<u32, u32>, key: u32) -> bool {
        let mut made = false;
        let value: Result<u32, ()> = cache.get_or_make(key, || {
            made = true;
            Ok(key * 10)
        });
        assert_eq!(value, Ok(key * 10));
        made
    }

    #[test]
    fn what_fits_is_made_once() {
        let mut cache = RecordCache::new(1 << 20);
        assert!((0..500).all(|key| ask(&mut cache, key)));
        assert!((0..500).all(|key| !ask(&mut cache, key)));
    }

    #[test]
    fn what_is_asked_for_often_stays_and_memory_is_bounded() {
        let mut cache = RecordCache::new(100_000);
        let mut made = 0;
        for key in 0..10_000 {
            ask(&mut cache, key);
            made += (0..10).filter(|often| ask(&mut cache, *often)).count();
            assert!(cache.bytes <= cache.budget);
        }
        assert!(made < 100, "{made} of 100,000 were made again");
        let weights = cache.sets.iter().flatten().flatten().map(|entry| entry.weight);
        let sets = cache.sets.len() * size_of_val(&cache.sets[0]);
        assert_eq!(cache.bytes, weights.sum::<usize>() + sets);
    }

    #[test]
    fn what_is_too_large_is_not_kept() {
        let mut cache = RecordCache::new(4_000);
        assert!(ask(&mut cache, 1));
        assert!(ask(&mut cache, 1));
    }
}
