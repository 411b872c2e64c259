//! Tests of cancelling a run.

use std::sync::mpsc;
use std::thread;

use vrlet_pipeline::{
    Cancel, Chunk, Format, JsonLines, MemorySink, Pipeline, Receipt, ReceiptStatus, Source, channel,
};

use crate::setup::program;

/// Never ends.
struct Endless(u64);

impl Source for Endless {
    fn next(&mut self, _: &Cancel) -> Option<Chunk> {
        self.0 += 1;
        let lines = format!("{{\"n\":{}}}\n", self.0);
        Some(Chunk::lines("endless", Format::Ndjson, lines).continues(self.0 > 1))
    }
}

#[test]
fn what_is_under_way_is_written_and_nothing_more_is_read() {
    for threads in [1, 4] {
        let cancel = Cancel::new();
        let raised = cancel.clone();
        let mut pipeline = Pipeline::new(program(". = .n"))
            .threads(threads)
            .cancel(cancel.clone())
            .progress(move |stats| {
                if stats.counts.read == 100 {
                    raised.cancel();
                }
            });
        let (mut source, mut sink) = (Endless(0), MemorySink::default());
        let stats = pipeline.run(&mut source, JsonLines::default(), &mut sink);
        assert!(stats.stop.is_none());
        assert!((100..=100 + 2 * threads as u64).contains(&stats.counts.read));
        assert_eq!(stats.counts.read, source.0, "what was read is written");
        let expected: String = (1..=source.0).map(|n| format!("{n}\n")).collect();
        assert_eq!(sink.output, expected.as_bytes());
        assert_eq!(stats.end.unwrap().line, source.0 + 1);
        assert!(cancel.is_cancelled(), "until it is lowered");
        assert_eq!(pipeline.run(Endless(0), JsonLines::default(), &mut sink).counts.read, 0);
        cancel.rearm();
        assert!(pipeline.run(Endless(0), JsonLines::default(), &mut sink).counts.read >= 100);
    }
}

#[test]
fn a_source_that_waits_is_left() {
    let cancel = Cancel::new();
    let (sender, source) = channel(4);
    let mut pipeline = Pipeline::new(program(".a = 1")).threads(3).cancel(cancel.clone());
    let running = thread::spawn(move || {
        let mut sink = MemorySink::default();
        let stats = pipeline.run(source, JsonLines::default(), &mut sink);
        (stats, sink.output)
    });
    let (told, receipts) = mpsc::channel();
    let receipt = Receipt::new(move |status| told.send(status).unwrap());
    let chunk = Chunk::lines("sender", Format::Ndjson, "{}\n").receipt(receipt);
    sender.send(chunk).unwrap();
    assert!(matches!(receipts.recv().unwrap(), ReceiptStatus::Written(_)));
    // Nothing more comes, and yet the run ends.
    cancel.cancel();
    let (stats, output) = running.join().unwrap();
    assert_eq!((stats.counts.read, output.as_slice()), (1, b"{\"a\":1}\n".as_slice()));
    assert!(sender.send(Chunk::lines("sender", Format::Ndjson, "{}\n")).is_err());
}
