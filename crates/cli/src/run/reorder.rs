//! Brings batches into the order of their chunks, whichever worker is first.
//!
//! The batch whose turn it is can always be delivered, so somebody always goes on; who is early leaves
//! the batch here, or waits where too many lie here already. So memory is bounded, and a slow output
//! slows the readers down.

use std::collections::BTreeMap;
use std::sync::{Condvar, Mutex, PoisonError};

use super::batch::Batch;
use super::writer::{Flow, Writer};

/// The way of batches to the writer.
pub struct Reorder {
    queue: Mutex<Queue>,
    moved: Condvar,
    /// How many batches may wait for their turn.
    room: usize,
}

struct Queue {
    next: u64,
    waiting: BTreeMap<u64, Batch>,
    writer: Writer,
    flow: Flow,
}

impl Reorder {
    /// A reorder buffer in which `room` batches may wait for their turn.
    pub fn new(writer: Writer, room: usize) -> Self {
        let queue = Queue { next: 0, waiting: BTreeMap::new(), writer, flow: Flow::GoOn };
        Self { queue: Mutex::new(queue), moved: Condvar::new(), room }
    }

    /// Delivers a batch when its turn has come; tells whether more are wanted.
    pub fn deliver(&self, batch: &mut Batch) -> Flow {
        let mut queue = self.queue.lock().unwrap_or_else(PoisonError::into_inner);
        while queue.flow == Flow::GoOn && batch.number != queue.next {
            if queue.waiting.len() < self.room {
                queue.waiting.insert(batch.number, std::mem::take(batch));
                return Flow::GoOn;
            }
            queue = self.moved.wait(queue).unwrap_or_else(PoisonError::into_inner);
        }
        if queue.flow == Flow::GoOn {
            queue.deliver(batch);
            self.moved.notify_all();
        }
        queue.flow
    }

    /// Ends the run for all workers.
    pub fn close(&self) {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner).flow = Flow::Stop;
        self.moved.notify_all();
    }

    /// The writer, when all workers are done.
    pub fn into_writer(self) -> Writer {
        self.queue.into_inner().unwrap_or_else(PoisonError::into_inner).writer
    }
}

impl Queue {
    fn deliver(&mut self, batch: &Batch) {
        self.next += 1;
        self.flow = self.writer.take(batch);
        while self.flow == Flow::GoOn {
            let Some(batch) = self.waiting.remove(&self.next) else { return };
            self.next += 1;
            self.flow = self.writer.take(&batch);
        }
    }
}

/// Closes the buffer if a worker dies, so that the others don't wait for its batch forever.
pub struct Watch<'a>(pub &'a Reorder);

impl Drop for Watch<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            self.0.close();
        }
    }
}
