//! Records that one machine has already made, to be handed out again.
//!
//! Each key has one place; a record made later for another key with the same place takes it over. So
//! the cache is bounded without any bookkeeping. It belongs to one thread: a record that threads
//! shared would have them queue for its reference counter.

use vrlet_value::Value;

/// A bounded cache of records.
pub struct RecordCache<K> {
    places: Vec<Option<(K, Value)>>,
    capacity: usize,
}

impl<K: Copy + Eq> RecordCache<K> {
    /// A cache with at most this many places, rounded up to a power of two; memory is taken when the
    /// first record comes.
    pub fn new(capacity: usize) -> Self {
        Self { places: Vec::new(), capacity: capacity.next_power_of_two() }
    }

    /// The record of a key, made if it is not here; `place` says where to look, any number will do.
    pub fn get_or_make<E>(
        &mut self,
        key: K,
        place: usize,
        make: impl FnOnce() -> Result<Value, E>,
    ) -> Result<Value, E> {
        if self.places.is_empty() {
            self.places.resize_with(self.capacity, || None);
        }
        let place = &mut self.places[place & (self.capacity - 1)];
        if let Some((known, record)) = place
            && *known == key
        {
            return Ok(record.clone());
        }
        let record = make()?;
        *place = Some((key, record.clone()));
        Ok(record)
    }
}
