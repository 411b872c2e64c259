//! `Receipt`: acknowledges a chunk to its sender once its results are written.

use std::fmt;

use crate::counts::Counts;

/// What became of a chunk.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ReceiptStatus {
    /// The sink has written what came of its events, which went through as counted here.
    Written(Counts),
    /// The run ended before that: the sender should send it again, elsewhere or later.
    Dropped,
}

/// What the sender of a chunk waits for: the answer to a request, the acknowledgement of a message. It
/// is called exactly once, with [`ReceiptStatus::Dropped`] where nobody acknowledges it.
///
/// ```
/// use vrlet_pipeline::{Receipt, ReceiptStatus};
///
/// let (sender, answers) = std::sync::mpsc::channel();
/// let receipt = Receipt::new(move |status| drop(sender.send(status)));
/// drop(receipt);
/// assert_eq!(answers.recv(), Ok(ReceiptStatus::Dropped));
/// ```
#[derive(Default)]
pub struct Receipt {
    callback: Option<Box<dyn FnOnce(ReceiptStatus) + Send>>,
    /// What the events of the chunk came to, as far as it is known.
    counts: Counts,
}

impl Receipt {
    /// A receipt that calls a function. The pipeline waits for it, so it should hand the news on and
    /// return.
    #[must_use]
    pub fn new(callback: impl FnOnce(ReceiptStatus) + Send + 'static) -> Self {
        Self { callback: Some(Box::new(callback)), counts: Counts::default() }
    }

    /// A receipt that nobody waits for.
    #[must_use]
    pub fn none() -> Self {
        Self::default()
    }

    /// Tells that the chunk is written.
    pub fn acknowledge(mut self) {
        if let Some(callback) = self.callback.take() {
            callback(ReceiptStatus::Written(self.counts));
        }
    }

    /// Adds what the events came to.
    pub(crate) fn counted(mut self, counts: Counts) -> Self {
        self.counts = counts;
        self
    }
}

impl Drop for Receipt {
    fn drop(&mut self) {
        if let Some(callback) = self.callback.take() {
            callback(ReceiptStatus::Dropped);
        }
    }
}

impl fmt::Debug for Receipt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let is_awaited = self.callback.is_some();
        f.debug_struct("Receipt").field("is_awaited", &is_awaited).finish_non_exhaustive()
    }
}
