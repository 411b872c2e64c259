//! What the calls of one machine share: caches that no other thread touches.

use std::any::{Any, TypeId};
use std::collections::HashMap;
use std::sync::{Arc, Mutex};

/// The shared state of the calls of one machine, while its bodies are made.
#[derive(Default)]
pub struct MachineState {
    states: HashMap<(TypeId, usize), Arc<dyn Any + Send + Sync>>,
}

impl MachineState {
    /// The state that belongs to the thing at `identity` (the address of a table, say), made at the
    /// first request. Its lock is never contended, since a machine belongs to one thread.
    pub fn share<T: Send + 'static>(
        &mut self,
        identity: usize,
        make: impl FnOnce() -> T,
    ) -> Arc<Mutex<T>> {
        let state = self
            .states
            .entry((TypeId::of::<T>(), identity))
            .or_insert_with(|| Arc::new(Mutex::new(make())));
        Arc::clone(state).downcast().expect("the key holds the type")
    }
}
