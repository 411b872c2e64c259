//! `Input`: the bytes of one input, from a file, a reader or memory, compressed or not.

use std::fmt;
use std::fs::File;
use std::io::{self, Cursor, Read};
use std::path::Path;
use std::sync::Arc;

use crate::cancel::Cancel;
use crate::decode::Decoded;
use crate::stream::Stream;

/// An input that is opened when its turn comes.
pub struct Input {
    pub(crate) name: Arc<str>,
    pub(crate) open: Box<dyn FnOnce() -> io::Result<InputBytes> + Send>,
}

/// An open input.
pub struct InputBytes(Kind);

enum Kind {
    Stored(Decoded),
    Stream(Stream),
}

impl Input {
    /// An input that somebody opens; `name` is what messages call it.
    #[must_use]
    pub fn new(
        name: impl Into<Arc<str>>,
        open: impl FnOnce() -> io::Result<InputBytes> + Send + 'static,
    ) -> Self {
        Self { name: name.into(), open: Box::new(open) }
    }

    /// A file. One that is compressed with gzip or Zstandard is decompressed, whatever its name; a pipe is
    /// read as it comes.
    #[must_use]
    pub fn file(path: impl AsRef<Path>) -> Self {
        let path = path.as_ref().to_owned();
        Self::new(path.display().to_string(), move || InputBytes::open(&path))
    }

    /// What a reader has stored, read in whole chunks; decompressed as a file is.
    #[must_use]
    pub fn reader(name: impl Into<Arc<str>>, reader: impl Read + Send + 'static) -> Self {
        Self::new(name, || Ok(InputBytes::stored(reader)))
    }

    /// What a reader gets from somebody who takes his time: events are worked on as they come, decompressed
    /// as a file is.
    #[must_use]
    pub fn stream(name: impl Into<Arc<str>>, reader: impl Read + Send + 'static) -> Self {
        Self::new(name, || Ok(InputBytes::stream(reader)))
    }

    /// A text in memory.
    #[must_use]
    pub fn bytes(name: impl Into<Arc<str>>, bytes: impl Into<Vec<u8>>) -> Self {
        Self::reader(name, Cursor::new(bytes.into()))
    }
}

impl InputBytes {
    /// Everything is there already: reading waits for nobody.
    #[must_use]
    pub fn stored(reader: impl Read + Send + 'static) -> Self {
        Self(Kind::Stored(Decoded::new(reader)))
    }

    /// It comes while it is read. A thread of its own waits for it.
    #[must_use]
    pub fn stream(reader: impl Read + Send + 'static) -> Self {
        Self(Kind::Stream(Stream::new(Decoded::new(reader))))
    }

    /// Opens a file as [`Input::file`] does.
    ///
    /// # Errors
    /// Where the file can't be opened.
    pub fn open(path: &Path) -> io::Result<Self> {
        let file = File::open(path)?;
        Ok(if file.metadata()?.is_file() { Self::stored(file) } else { Self::stream(file) })
    }

    /// Adds bytes to a buffer: `wanted` of them unless the input ends, or, of a stream, what there is.
    ///
    /// # Errors
    /// Where the input can't be read; what was read before the error is in the buffer.
    pub(crate) fn read_some(
        &mut self,
        buffer: &mut Vec<u8>,
        wanted: usize,
        cancel: &Cancel,
    ) -> io::Result<usize> {
        match &mut self.0 {
            Kind::Stored(reader) => {
                let limit = u64::try_from(wanted).unwrap_or(u64::MAX);
                reader.by_ref().take(limit).read_to_end(buffer)
            }
            Kind::Stream(stream) => stream.read_some(buffer, cancel),
        }
    }

    /// Whether what there is should be worked on at once.
    pub(crate) fn is_stream(&self) -> bool {
        matches!(self.0, Kind::Stream(_))
    }
}

impl fmt::Debug for Input {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Input").field("name", &self.name).finish_non_exhaustive()
    }
}

impl fmt::Debug for InputBytes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let is_stream = self.is_stream();
        f.debug_struct("InputBytes").field("is_stream", &is_stream).finish_non_exhaustive()
    }
}
