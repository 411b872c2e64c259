//! `LinesSink`: writes lines to standard output or files, compressed or not, and failure records beside
//! them.

use std::fmt;
use std::fs::File;
use std::io::{self, Write};
use std::path::Path;

use crate::batch::Batch;
use crate::sink::Sink;
use crate::sink_error::SinkError;

/// Where bytes go.
pub struct Output {
    name: String,
    encoder: Encoder,
}

enum Encoder {
    Plain(Box<dyn Write + Send>),
    #[cfg(feature = "compress")]
    Gzip(flate2::write::GzEncoder<File>),
    #[cfg(feature = "compress")]
    Zstd(zstd::Encoder<'static, File>),
    /// It has ended.
    Finished,
}

impl Output {
    /// Something that can be written to; `name` is what messages call it.
    #[must_use]
    pub fn writer(name: impl Into<String>, writer: impl Write + Send + 'static) -> Self {
        Self { name: name.into(), encoder: Encoder::Plain(Box::new(writer)) }
    }

    /// Nowhere: what is written is forgotten.
    #[must_use]
    pub fn discard() -> Self {
        Self::writer("nowhere", io::sink())
    }

    /// A file, which is made or emptied. One that ends in `.gz` or `.zst` is compressed.
    ///
    /// # Errors
    /// Where the file can't be written to.
    pub fn create(name: impl Into<String>, path: &Path) -> io::Result<Self> {
        let file = File::create(path)?;
        let extension = path.extension().and_then(|extension| extension.to_str());
        let encoder = match extension.map(str::to_ascii_lowercase).as_deref() {
            #[cfg(feature = "compress")]
            Some("gz") => {
                Encoder::Gzip(flate2::write::GzEncoder::new(file, flate2::Compression::default()))
            }
            #[cfg(feature = "compress")]
            Some("zst") => {
                Encoder::Zstd(zstd::Encoder::new(file, zstd::DEFAULT_COMPRESSION_LEVEL)?)
            }
            _ => Encoder::Plain(Box::new(file)),
        };
        Ok(Self { name: name.into(), encoder })
    }

    /// Writes bytes at once, so that who reads them need not wait for more.
    fn write(&mut self, bytes: &[u8]) -> Result<(), SinkError> {
        let written = match &mut self.encoder {
            Encoder::Plain(out) => out.write_all(bytes).and_then(|()| out.flush()),
            #[cfg(feature = "compress")]
            Encoder::Gzip(out) => out.write_all(bytes),
            #[cfg(feature = "compress")]
            Encoder::Zstd(out) => out.write_all(bytes),
            Encoder::Finished => Err(io::ErrorKind::WriteZero.into()),
        };
        written.map_err(|error| self.error(error))
    }

    /// Writes what a compressed file must end with.
    fn finish(&mut self) -> Result<(), SinkError> {
        let finished = match std::mem::replace(&mut self.encoder, Encoder::Finished) {
            Encoder::Plain(_) | Encoder::Finished => Ok(()),
            #[cfg(feature = "compress")]
            Encoder::Gzip(out) => out.finish().map(drop),
            #[cfg(feature = "compress")]
            Encoder::Zstd(out) => out.finish().map(drop),
        };
        finished.map_err(|error| self.error(error))
    }

    fn error(&self, error: io::Error) -> SinkError {
        SinkError::Io { name: self.name.clone(), error }
    }
}

/// Writes the lines of [`JsonLines`](crate::JsonLines) to one output, and the events that did not go
/// through to another one, where the pipeline records them.
#[derive(Debug)]
pub struct LinesSink {
    lines: Output,
    failures: Option<Output>,
    /// What records call the program.
    script: String,
    buffer: Vec<u8>,
}

impl LinesSink {
    /// A sink for lines.
    #[must_use]
    pub fn new(lines: Output) -> Self {
        Self { lines, failures: None, script: String::new(), buffer: Vec::new() }
    }

    /// Writes failure records as well, in which the program is called `script`.
    #[must_use]
    pub fn failures(self, output: Output, script: impl Into<String>) -> Self {
        Self { failures: Some(output), script: script.into(), ..self }
    }
}

impl Sink<Vec<u8>> for LinesSink {
    fn write(&mut self, batch: &mut Batch<Vec<u8>>) -> Result<(), SinkError> {
        // Failures first: if the output can't be written to, they are not lost.
        if let Some(output) = self.failures.as_mut().filter(|_| !batch.failures.is_empty()) {
            self.buffer.clear();
            for record in &batch.failures {
                record.append_json(&self.script, &mut self.buffer);
            }
            output.write(&self.buffer)?;
        }
        if batch.output.is_empty() {
            return Ok(());
        }
        self.lines.write(&batch.output).map_err(|error| match error {
            SinkError::Io { error, .. } if error.kind() == io::ErrorKind::BrokenPipe => {
                SinkError::Closed
            }
            error => error,
        })
    }

    fn finish(&mut self) -> Result<(), SinkError> {
        let lines = self.lines.finish();
        let failures = self.failures.as_mut().map_or(Ok(()), Output::finish);
        lines.and(failures)
    }
}

impl fmt::Debug for Output {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Output").field("name", &self.name).finish_non_exhaustive()
    }
}
