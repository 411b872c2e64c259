//! Memory is bounded: a slow sink slows the source down.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Condvar, Mutex};

use vrlet_pipeline::{
    Batch, Cancel, Chunk, Format, JsonLines, Pipeline, Receipt, Sink, SinkError, Source,
};

use crate::setup::program;

const CHUNKS: usize = 200;

/// Chunks that were handed out, and those of them whose receipts are still out.
#[derive(Default)]
struct Watched {
    given: Mutex<usize>,
    changed: Condvar,
    under_way: AtomicUsize,
    most: AtomicUsize,
}

struct Counted(Arc<Watched>);

impl Source for Counted {
    fn next(&mut self, _: &Cancel) -> Option<Chunk> {
        let watched = Arc::clone(&self.0);
        let mut given = watched.given.lock().unwrap();
        if *given == CHUNKS {
            return None;
        }
        *given += 1;
        watched.changed.notify_all();
        let under_way = watched.under_way.fetch_add(1, Ordering::SeqCst) + 1;
        watched.most.fetch_max(under_way, Ordering::SeqCst);
        let done = Arc::clone(&watched);
        let receipt = Receipt::new(move |_| {
            done.under_way.fetch_sub(1, Ordering::SeqCst);
        });
        Some(
            Chunk::lines("source", Format::Ndjson, format!("{{\"n\":{given}}}\n")).receipt(receipt),
        )
    }
}

/// Does not take its first batch before as many chunks are under way as ever can be.
struct Slow {
    watched: Arc<Watched>,
    most: usize,
    taken: usize,
}

impl Sink<Vec<u8>> for Slow {
    fn write(&mut self, _: &mut Batch<Vec<u8>>) -> Result<(), SinkError> {
        let mut given = self.watched.given.lock().unwrap();
        while self.taken == 0 && *given < self.most {
            given = self.watched.changed.wait(given).unwrap();
        }
        self.taken += 1;
        Ok(())
    }
}

#[test]
fn no_more_than_two_chunks_for_each_worker_are_under_way() {
    for threads in [1, 2, 3, 8] {
        let watched = Arc::new(Watched::default());
        // One worker writes and each of the others has a batch in its hands; as many again lie ready.
        let most = if threads == 1 { 1 } else { 2 * threads };
        let mut sink = Slow { watched: Arc::clone(&watched), most, taken: 0 };
        let mut pipeline = Pipeline::new(program(".a = 1")).threads(threads);
        let stats = pipeline.run(Counted(Arc::clone(&watched)), JsonLines::default(), &mut sink);
        assert_eq!((stats.counts.read, sink.taken), (CHUNKS as u64, CHUNKS));
        assert_eq!(watched.under_way.load(Ordering::SeqCst), 0, "all receipts were given");
        assert_eq!(watched.most.load(Ordering::SeqCst), most, "{threads} workers");
    }
}

#[test]
fn more_workers_take_smaller_chunks() {
    let size = |threads| Pipeline::new(program(".a = 1")).threads(threads).chunk_size();
    assert_eq!(size(1), 256 * 1024);
    assert_eq!(size(16), 128 * 1024);
    assert!(size(256) * 256 <= 4 * 1024 * 1024);
}
