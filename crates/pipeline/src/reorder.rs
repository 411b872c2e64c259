//! `Reorder`: brings batches back into the order of their chunks, in bounded memory.
//!
//! The batch whose turn it is can always be written, so somebody always goes on; who is early leaves the
//! batch here, or waits where too many lie here already. So memory is bounded, and a slow sink slows the
//! source down. Whoever writes takes what waits along, and holds nobody up but by that.

use std::collections::BTreeMap;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use crate::batch::Batch;
use crate::writer::{Flow, Writer};

/// The way of batches to the writer.
pub(crate) struct Reorder<'a, T> {
    queue: Mutex<Queue<'a, T>>,
    moved: Condvar,
    /// How many batches may wait for their turn.
    room: usize,
}

struct Queue<'a, T> {
    next: u64,
    waiting: BTreeMap<u64, Batch<T>>,
    /// Batches that are written, whose memory is used again.
    spare: Vec<Batch<T>>,
    /// None while a worker writes.
    writer: Option<Writer<'a, T>>,
    flow: Flow,
}

impl<'a, T: Default> Reorder<'a, T> {
    /// A buffer in which `room` batches may wait for their turn.
    pub(crate) fn new(writer: Writer<'a, T>, room: usize) -> Self {
        let queue = Queue {
            next: 0,
            waiting: BTreeMap::new(),
            spare: Vec::new(),
            writer: Some(writer),
            flow: Flow::GoOn,
        };
        Self { queue: Mutex::new(queue), moved: Condvar::new(), room }
    }

    /// Delivers a batch, at once or when its turn has come; tells whether more are wanted. Another one is
    /// left in its place.
    pub(crate) fn deliver(&self, batch: &mut Batch<T>) -> Flow {
        let mut queue = self.lock();
        loop {
            if queue.flow == Flow::Stop {
                return Flow::Stop;
            }
            if batch.number == queue.next
                && let Some(writer) = queue.writer.take()
            {
                return self.write(queue, writer, batch);
            }
            if queue.waiting.len() < self.room {
                let another = queue.spare.pop().unwrap_or_default();
                let batch = std::mem::replace(batch, another);
                queue.waiting.insert(batch.number, batch);
                return Flow::GoOn;
            }
            queue = self.moved.wait(queue).unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// Writes a batch and those that wait for it.
    fn write<'q>(
        &'q self,
        mut queue: MutexGuard<'q, Queue<'a, T>>,
        mut writer: Writer<'a, T>,
        batch: &mut Batch<T>,
    ) -> Flow {
        loop {
            queue.next += 1;
            drop(queue);
            let flow = writer.take(batch);
            queue = self.lock();
            if flow == Flow::Stop {
                queue.flow = flow;
            }
            let number = queue.next;
            let next = queue.waiting.remove(&number).filter(|_| queue.flow == Flow::GoOn);
            self.moved.notify_all();
            let Some(next) = next else {
                queue.writer = Some(writer);
                return queue.flow;
            };
            let written = std::mem::replace(batch, next);
            if queue.spare.len() < self.room {
                queue.spare.push(written);
            }
        }
    }

    /// Ends the run for all workers.
    pub(crate) fn close(&self) {
        self.lock().flow = Flow::Stop;
        self.moved.notify_all();
    }

    /// The writer, when all workers are done; none if one of them died while it wrote.
    pub(crate) fn into_writer(self) -> Option<Writer<'a, T>> {
        self.queue.into_inner().unwrap_or_else(PoisonError::into_inner).writer
    }

    fn lock(&self) -> MutexGuard<'_, Queue<'a, T>> {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Closes the buffer if a worker dies, so that the others don't wait for its batch forever.
pub(crate) struct Watch<'r, 'a, T: Default>(pub(crate) &'r Reorder<'a, T>);

impl<T: Default> Drop for Watch<'_, '_, T> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            self.0.close();
        }
    }
}
