//! What the calls of one machine share: caches and generators that no other thread touches.

use std::any::{Any, TypeId};
use std::marker::PhantomData;

use crate::host::Generator;

/// The state that the calls of one machine share. It belongs to the machine, so using it takes no lock.
#[derive(Default)]
pub struct MachineState {
    states: Vec<State>,
}

struct State {
    identity: (TypeId, usize),
    value: Box<dyn SharedState>,
}

/// What the calls of one machine may share.
pub trait SharedState: Any + Send {
    /// How often its caches were asked.
    fn cache_counts(&self) -> CacheCounts {
        CacheCounts::default()
    }
}

impl SharedState for Box<dyn Generator> {}

/// How often caches were asked, and how often they knew the answer.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct CacheCounts {
    /// They were asked.
    pub asked: u64,
    /// They knew the answer.
    pub known: u64,
}

impl CacheCounts {
    /// Both together.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self { asked: self.asked + other.asked, known: self.known + other.known }
    }
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
    pub fn share<T: SharedState>(
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
    pub fn get<T: SharedState>(&mut self, key: StateKey<T>) -> &mut T {
        let state: &mut dyn Any = &mut *self.states[key.index].value;
        state.downcast_mut().expect("a key of this machine")
    }

    /// How often the caches of all states were asked.
    #[must_use]
    pub fn cache_counts(&self) -> CacheCounts {
        let counts = self.states.iter().map(|state| state.value.cache_counts());
        counts.fold(CacheCounts::default(), CacheCounts::plus)
    }
}
