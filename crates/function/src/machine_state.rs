//! What the calls of one machine share: caches and generators that no other thread touches.

use std::any::{Any, TypeId};
use std::marker::PhantomData;

/// The state that the calls of one machine share. It belongs to the machine, so using it takes no lock.
#[derive(Default)]
pub struct MachineState {
    states: Vec<State>,
}

struct State {
    identity: (TypeId, usize),
    value: Box<dyn Any + Send>,
}

/// Names a state in the [`MachineState`] that it was made in.
pub struct StateKey<T> {
    index: usize,
    of: PhantomData<fn() -> T>,
}

impl<T> Clone for StateKey<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for StateKey<T> {}

impl MachineState {
    /// The state that belongs to the thing at `identity` (the address of a table, say), made at the
    /// first request.
    pub fn share<T: Send + 'static>(
        &mut self,
        identity: usize,
        make: impl FnOnce() -> T,
    ) -> StateKey<T> {
        let identity = (TypeId::of::<T>(), identity);
        let known = self.states.iter().position(|state| state.identity == identity);
        let index = known.unwrap_or_else(|| {
            self.states.push(State { identity, value: Box::new(make()) });
            self.states.len() - 1
        });
        StateKey { index, of: PhantomData }
    }

    /// The state of a key.
    ///
    /// # Panics
    /// Where the key comes from another machine.
    #[inline]
    pub fn get<T: 'static>(&mut self, key: StateKey<T>) -> &mut T {
        self.states[key.index].value.downcast_mut().expect("a key of this machine")
    }
}
