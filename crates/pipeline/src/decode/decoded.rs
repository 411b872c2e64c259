//! `Decoded`: the text of an input, whether it comes as it is or compressed.

use std::io::{self, Read};

use super::signature::{Detected, Signature, UnreadableContent};

/// How often what was decompressed may be compressed again: some senders do it twice.
const LAYERS: usize = 4;

/// Reads the text of an input; its first bytes tell how it is compressed.
pub(crate) enum Decoded {
    /// Nothing was read yet.
    Unread(Option<Box<dyn Read + Send>>),
    /// The text.
    Text(Box<dyn Read + Send>),
}

impl Decoded {
    /// The text of what a reader gives.
    pub(crate) fn new(reader: impl Read + Send + 'static) -> Self {
        Self::Unread(Some(Box::new(reader)))
    }
}

impl Read for Decoded {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            match self {
                Self::Text(text) => return text.read(buffer),
                Self::Unread(reader) => match reader.take() {
                    Some(reader) => *self = Self::Text(decode(reader, LAYERS)?),
                    // It was no text.
                    None => return Ok(0),
                },
            }
        }
    }
}

fn decode(reader: Box<dyn Read + Send>, layers: usize) -> io::Result<Box<dyn Read + Send>> {
    let (signature, whole) = detect(reader)?;
    match signature {
        Some(_) if layers == 0 => Ok(whole),
        #[cfg(feature = "compress")]
        Some(Signature::Gzip | Signature::Zstd) => {
            decode(Box::new(super::members::Members::new(whole)), layers - 1)
        }
        Some(signature) => Err(io::Error::other(UnreadableContent(signature))),
        None => Ok(whole),
    }
}

/// What the first bytes say, and a reader that begins with these bytes again.
fn detect(
    mut reader: Box<dyn Read + Send>,
) -> io::Result<(Option<Signature>, Box<dyn Read + Send>)> {
    // As much as a pipe holds: whoever reads gets a first piece that is no smaller than without this.
    let mut first = vec![0; 64 * 1024];
    let mut length = 0;
    let signature = loop {
        let read = match reader.read(&mut first[length..]) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            read => read?,
        };
        length += read;
        match Signature::detect(&first[..length], read == 0) {
            Detected::Known(signature) => break Some(signature),
            Detected::Open => {}
            Detected::Text => break None,
        }
    };
    first.truncate(length);
    Ok((signature, Box::new(io::Cursor::new(first).chain(reader))))
}
