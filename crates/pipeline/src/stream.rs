//! Input from pipes and terminals, read by a thread of its own, so that a run can be cancelled while it
//! waits.
//!
//! A thread of its own waits for it, because nothing can end such a wait; whoever works on the input
//! gets what is there at once, and is free to stop.

use std::io::{self, Read};
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::thread;
use std::time::Duration;

use crate::cancel::Cancel;

/// How many bytes are asked for at a time; what a pipe holds.
const PIECE: usize = 64 * 1024;
/// How many pieces wait to be worked on.
const WAITING: usize = 4;
/// How often a wait looks whether it should end.
pub(crate) const PATIENCE: Duration = Duration::from_millis(50);

/// Receives an input piece by piece.
pub(crate) struct Stream(Receiver<io::Result<Vec<u8>>>);

impl Stream {
    /// Starts to read.
    pub(crate) fn new(mut source: impl Read + Send + 'static) -> Self {
        let (sender, pieces) = sync_channel(WAITING);
        thread::spawn(move || {
            loop {
                let mut piece = vec![0; PIECE];
                let result = match source.read(&mut piece) {
                    Ok(0) => return,
                    Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                    result => result.map(|length| {
                        piece.truncate(length);
                        piece
                    }),
                };
                let is_last = result.is_err();
                if sender.send(result).is_err() || is_last {
                    return;
                }
            }
        });
        Self(pieces)
    }

    /// Adds what there is to a buffer, at least a byte unless the input ends or the run is cancelled.
    ///
    /// # Errors
    /// Where the input can't be read.
    pub(crate) fn read_some(&mut self, buffer: &mut Vec<u8>, cancel: &Cancel) -> io::Result<usize> {
        while !cancel.is_cancelled() {
            match self.0.recv_timeout(PATIENCE) {
                Ok(piece) => {
                    let piece = piece?;
                    buffer.extend_from_slice(&piece);
                    return Ok(piece.len());
                }
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return Ok(0),
            }
        }
        Ok(0)
    }
}
