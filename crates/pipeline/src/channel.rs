//! A source that is pushed to: chunks sent from other threads, such as requests or messages of a broker.

use std::fmt;
use std::sync::mpsc::{
    Receiver, RecvTimeoutError, SendError as Gone, SyncSender, TrySendError, sync_channel,
};

use crate::cancel::Cancel;
use crate::chunk::Chunk;
use crate::source::Source;
use crate::stream::PATIENCE;

/// A source that takes what is sent to it, and of which `capacity` chunks may wait. It ends when all
/// senders are gone.
///
/// ```
/// use vrlet::Engine;
/// use vrlet_pipeline::{
///     Chunk, Format, JsonLines, MemorySink, Pipeline, Receipt, ReceiptStatus, channel,
/// };
///
/// let program = Engine::builder().build().compile(".seen = true")?;
/// let (sender, source) = channel(16);
/// let worker = std::thread::spawn(move || {
///     let mut sink = MemorySink::default();
///     Pipeline::new(program).run(source, JsonLines::default(), &mut sink);
///     sink.output
/// });
///
/// // In the handler of a request: the answer waits for the receipt.
/// let (written, answer) = std::sync::mpsc::channel();
/// let receipt = Receipt::new(move |status| drop(written.send(status)));
/// sender.try_send(Chunk::lines("request", Format::Ndjson, "{\"a\":1}\n").receipt(receipt))?;
/// assert!(matches!(answer.recv()?, ReceiptStatus::Written(counts) if counts.read == 1));
///
/// drop(sender);
/// assert_eq!(worker.join().expect("no panic"), b"{\"a\":1,\"seen\":true}\n");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn channel(capacity: usize) -> (ChunkSender, ChannelSource) {
    let (sender, receiver) = sync_channel(capacity);
    (ChunkSender(sender), ChannelSource(receiver))
}

/// Sends chunks to a [`ChannelSource`]. Clones send to the same.
#[derive(Clone, Debug)]
pub struct ChunkSender(SyncSender<Chunk>);

/// Takes chunks that others send.
#[derive(Debug)]
pub struct ChannelSource(Receiver<Chunk>);

/// Why a chunk was not taken. It comes back; where it is dropped, so is its receipt.
#[derive(Debug)]
pub enum SendError {
    /// As many chunks wait as may: the sender should try again later.
    Full(Box<Chunk>),
    /// The pipeline has ended.
    Closed(Box<Chunk>),
}

impl ChunkSender {
    /// Sends a chunk, and waits while too many wait already.
    ///
    /// # Errors
    /// Where the pipeline has ended.
    pub fn send(&self, chunk: Chunk) -> Result<(), SendError> {
        self.0.send(chunk).map_err(|Gone(chunk)| SendError::Closed(Box::new(chunk)))
    }

    /// Sends a chunk unless too many wait already.
    ///
    /// # Errors
    /// Where too many wait, or the pipeline has ended.
    pub fn try_send(&self, chunk: Chunk) -> Result<(), SendError> {
        self.0.try_send(chunk).map_err(|error| match error {
            TrySendError::Full(chunk) => SendError::Full(Box::new(chunk)),
            TrySendError::Disconnected(chunk) => SendError::Closed(Box::new(chunk)),
        })
    }
}

impl Source for ChannelSource {
    fn next(&mut self, cancel: &Cancel) -> Option<Chunk> {
        while !cancel.is_cancelled() {
            match self.0.recv_timeout(PATIENCE) {
                Ok(chunk) => return Some(chunk),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return None,
            }
        }
        None
    }
}

impl fmt::Display for SendError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Full(_) => "as many chunks wait as may",
            Self::Closed(_) => "the pipeline has ended",
        })
    }
}

impl std::error::Error for SendError {}
