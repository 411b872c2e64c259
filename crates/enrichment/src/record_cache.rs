//! A direct-mapped cache of records and lookups, one for each machine.
//!
//! Each key has one place, so the cache is bounded without any bookkeeping. Of two keys that want the
//! same place the candidate gets it at its second request in a row: a run over many different keys
//! leaves what is asked for often where it is. The cache belongs to one thread: a record that threads
//! shared would have them queue for its reference counter.

use vrlet_value::{Key, Object, Shape, Value};

/// A bounded cache.
pub struct RecordCache<K, V = Value> {
    places: Vec<CacheSlot<K, V>>,
    capacity: usize,
}

struct CacheSlot<K, V> {
    kept: Option<(K, V)>,
    candidate: Option<K>,
}

impl<K: Copy + Eq, V: Clone> RecordCache<K, V> {
    /// A cache with this many places, rounded up to a power of two; memory is taken when the first
    /// request comes.
    pub fn new(capacity: usize) -> Self {
        Self { places: Vec::new(), capacity: capacity.next_power_of_two() }
    }

    /// What belongs to a key, made if it is not here; `place` says where to look, any number will do.
    pub fn get_or_make<E>(
        &mut self,
        key: K,
        place: usize,
        make: impl FnOnce() -> Result<V, E>,
    ) -> Result<V, E> {
        if self.places.is_empty() {
            self.places.resize_with(self.capacity, || CacheSlot { kept: None, candidate: None });
        }
        let place = &mut self.places[place & (self.capacity - 1)];
        if let Some((known, value)) = &place.kept {
            if *known == key {
                return Ok(value.clone());
            }
            if place.candidate != Some(key) {
                place.candidate = Some(key);
                return make();
            }
        }
        let value = make()?;
        *place = CacheSlot { kept: Some((key, value.clone())), candidate: None };
        Ok(value)
    }
}

/// The keys that all records of a table have, and their shape in the machine that makes the records.
pub struct RecordLayout {
    keys: Box<[Key]>,
    /// Found with the first record, since shapes belong to the thread that the machine runs on.
    shape: Option<std::sync::Arc<Shape>>,
}

impl RecordLayout {
    /// The layout of records with these keys, which differ from each other.
    pub fn new(keys: impl IntoIterator<Item = Key>) -> Self {
        Self { keys: keys.into_iter().collect(), shape: None }
    }

    /// A record, of one value for each key.
    pub fn record(&mut self, values: Vec<Value>) -> Value {
        if self.shape.is_none() {
            self.shape = Shape::of(self.keys.iter().cloned());
        }
        let record = match &self.shape {
            Some(shape) => Object::from_shape(std::sync::Arc::clone(shape), values),
            None => self.keys.iter().cloned().zip(values).collect(),
        };
        Value::Object(record.with_cached_json())
    }
}

#[cfg(test)]
mod tests {
    use super::RecordCache;

    #[test]
    fn a_candidate_must_ask_twice_in_a_row() {
        let mut made = 0;
        let mut cache: RecordCache<u32, u32> = RecordCache::new(1);
        let mut ask = |key| {
            let value: Result<u32, ()> = cache.get_or_make(key, 0, || {
                made += 1;
                Ok(key * 10)
            });
            assert_eq!(value, Ok(key * 10));
            made
        };
        let counts: Vec<i32> = [1, 1, 2, 1, 3, 1, 2, 2, 2, 1].into_iter().map(&mut ask).collect();
        assert_eq!(counts, [1, 1, 2, 2, 3, 3, 4, 5, 5, 6]);
    }
}
