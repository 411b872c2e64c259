//! Tests of the channel source: chunks sent from other threads, and their receipts.

use std::sync::mpsc::{self, Receiver};
use std::thread;

use vrlet_pipeline::{
    Batch, Chunk, ChunkSender, Counts, Format, JsonLines, MemorySink, Pipeline, Receipt,
    ReceiptStatus, SendError, Sink, SinkError, Stop, channel,
};

use crate::setup::program;

/// Sends an event, and gives where its receipt arrives.
fn send(sender: &ChunkSender, event: &str) -> Receiver<ReceiptStatus> {
    let (told, receipt) = mpsc::channel();
    let receipt_of_event = Receipt::new(move |status| told.send(status).unwrap());
    let chunk = Chunk::lines("sender", Format::Ndjson, event).receipt(receipt_of_event);
    sender.send(chunk).unwrap();
    receipt
}

#[test]
fn a_receipt_tells_what_the_events_came_to() {
    let (sender, source) = channel(8);
    let receipts = [send(&sender, "{\"a\":1}\n{\"a\":\"x\"}\nno\n"), send(&sender, "")];
    drop(sender);
    let mut sink = MemorySink::default();
    Pipeline::new(program(".a = int!(.a)")).run(source, JsonLines::default(), &mut sink);
    let counts = Counts { read: 3, written: 2, failed: 2, aborted: 0, replaced: 0, bytes: 21 };
    assert_eq!(receipts[0].recv(), Ok(ReceiptStatus::Written(counts)));
    assert_eq!(receipts[1].recv(), Ok(ReceiptStatus::Written(Counts::default())));
}

/// Has batches in safety only two at a time, as a log that is synced now and then.
#[derive(Default)]
struct Grouped {
    waiting: Vec<Receipt>,
    output: Vec<u8>,
    synced: usize,
}

impl Sink<Vec<u8>> for Grouped {
    fn write(&mut self, batch: &mut Batch<Vec<u8>>) -> Result<(), SinkError> {
        self.output.append(&mut batch.output);
        self.waiting.push(batch.take_receipt());
        if self.waiting.len() == 2 {
            self.synced = self.output.len();
            self.waiting.drain(..).for_each(Receipt::acknowledge);
        }
        Ok(())
    }
}

#[test]
fn a_sink_may_acknowledge_later() {
    let (sender, source) = channel(8);
    let mut sink = Grouped::default();
    let receipts: Vec<_> = (0..5).map(|n| send(&sender, &format!("{{\"n\":{n}}}\n"))).collect();
    drop(sender);
    Pipeline::new(program(".")).threads(3).run(source, JsonLines::default(), &mut sink);
    for receipt in &receipts[..4] {
        assert!(matches!(receipt.recv(), Ok(ReceiptStatus::Written(counts)) if counts.read == 1));
    }
    assert!(receipts[4].try_recv().is_err(), "nobody knows yet");
    assert_eq!(sink.synced, "{\"n\":0}\n".len() * 4);
    drop(sink);
    assert_eq!(receipts[4].recv(), Ok(ReceiptStatus::Dropped));
}

/// Takes one batch, then fails.
struct Full(bool);

impl Sink<Vec<u8>> for Full {
    fn write(&mut self, _: &mut Batch<Vec<u8>>) -> Result<(), SinkError> {
        match std::mem::replace(&mut self.0, true) {
            false => Ok(()),
            true => Err(SinkError::Other("the disk is full".into())),
        }
    }
}

#[test]
fn what_was_not_written_is_told_as_dropped() {
    let (sender, source) = channel(8);
    let receipts: Vec<_> = (0..6).map(|n| send(&sender, &format!("{{\"n\":{n}}}\n"))).collect();
    let mut pipeline = Pipeline::new(program(".")).threads(2);
    let stats = pipeline.run(source, JsonLines::default(), &mut Full(false));
    assert!(matches!(receipts[0].recv(), Ok(ReceiptStatus::Written(_))));
    for receipt in &receipts[1..] {
        assert_eq!(receipt.recv(), Ok(ReceiptStatus::Dropped));
    }
    let Some(Stop::Sink { error, from }) = stats.stop else { panic!() };
    assert_eq!(error.to_string(), "the disk is full");
    assert_eq!(from.unwrap().to_string(), "sender:1");
    assert!(matches!(
        sender.try_send(Chunk::lines("sender", Format::Ndjson, "{}")),
        Err(SendError::Closed(_))
    ));
}

#[test]
fn a_sender_is_told_when_too_many_wait() {
    let (sender, source) = channel(2);
    let chunk = || Chunk::lines("sender", Format::Ndjson, "{}\n");
    sender.try_send(chunk()).unwrap();
    sender.try_send(chunk()).unwrap();
    let Err(SendError::Full(back)) = sender.try_send(chunk()) else { panic!() };
    let worker = thread::spawn(move || {
        let mut sink = MemorySink::default();
        Pipeline::new(program(".")).run(source, JsonLines::default(), &mut sink).counts.read
    });
    sender.send(*back).unwrap();
    drop(sender);
    assert_eq!(worker.join().unwrap(), 3);
}

#[test]
fn records_of_a_request_stand_where_it_says() {
    let (sender, source) = channel(1);
    let text = "{\"a\":1}{\"a\":2}\n--{\"a\":";
    let places = [0..7, 7..14, 17..22];
    sender.send(Chunk::pieces("request", Format::Ndjson, text, places)).unwrap();
    drop(sender);
    let mut sink = MemorySink::default();
    let mut pipeline = Pipeline::new(program(".")).failure_records(true);
    pipeline.run(source, JsonLines::default(), &mut sink);
    assert_eq!(sink.output, b"{\"a\":1}\n{\"a\":2}\n");
    assert_eq!(sink.failures[0].position.to_string(), "request:2:8");
}
