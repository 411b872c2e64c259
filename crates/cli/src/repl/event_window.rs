//! A bounded buffer of the latest events of a file, so that going back reads nothing again and a file of
//! any length takes bounded memory.

use std::borrow::Cow;
use std::collections::VecDeque;
use std::mem::size_of;

use vrlet::Text;

/// How many bytes are kept of a file that can be read again.
pub const CAPACITY: usize = 32 * 1024 * 1024;

/// An event that was met, as it stands in the file.
pub struct StoredEvent {
    /// Its text.
    pub text: Text,
    /// The line where it begins.
    pub line: u64,
    /// Why it is none.
    pub fault: Option<EventFault>,
}

/// Why what was met is no event.
pub struct EventFault {
    /// The reason.
    pub message: Cow<'static, str>,
    /// The column at which reading stopped, counted from 1; none for the line as a whole.
    pub column: Option<u64>,
}

/// Events one after the other, of which the oldest are let go.
pub struct EventWindow {
    /// How many were let go.
    first: usize,
    seen: VecDeque<StoredEvent>,
    size: usize,
    capacity: usize,
}

impl EventWindow {
    /// A window that lets events go where they take more than `capacity` bytes.
    pub fn new(capacity: usize) -> Self {
        Self { first: 0, seen: VecDeque::new(), size: 0, capacity }
    }

    /// The event at a position, counted from the beginning of the file.
    pub fn get(&self, at: usize) -> Option<&StoredEvent> {
        self.seen.get(at.checked_sub(self.first)?)
    }

    /// Whether the event at a position was let go.
    pub fn is_evicted(&self, at: usize) -> bool {
        at < self.first
    }

    /// How many events were met.
    pub fn count(&self) -> usize {
        self.first + self.seen.len()
    }

    /// Takes in the next event.
    pub fn push(&mut self, seen: StoredEvent) {
        self.size += weight(&seen);
        self.seen.push_back(seen);
    }

    /// Lets the oldest go where there are too many, before more come in.
    pub fn evict(&mut self) {
        while self.size > self.capacity
            && let Some(old) = self.seen.pop_front()
        {
            self.size -= weight(&old);
            self.first += 1;
        }
    }

    /// Lets everything go: the file is read from its beginning.
    pub fn clear(&mut self) {
        *self = Self::new(self.capacity);
    }
}

fn weight(seen: &StoredEvent) -> usize {
    seen.text.len() + size_of::<StoredEvent>()
}
