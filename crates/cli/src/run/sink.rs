//! Where lines go: standard output or a file, compressed or not.

use std::fs::File;
use std::io::{self, Write};
use std::path::Path;

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::complaint::Complaint;

/// An open output.
pub struct Sink {
    /// What messages call it.
    pub name: String,
    writer: Writer,
}

enum Writer {
    Plain(Box<dyn Write + Send>),
    Gzip(GzEncoder<File>),
    Zstd(zstd::Encoder<'static, File>),
}

impl Sink {
    /// Standard output.
    pub fn stdout() -> Self {
        Self { name: "standard output".to_owned(), writer: Writer::Plain(Box::new(io::stdout())) }
    }

    /// Nowhere: what is written is forgotten.
    pub fn nowhere() -> Self {
        Self { name: "nowhere".to_owned(), writer: Writer::Plain(Box::new(io::sink())) }
    }

    /// A file, which is made or emptied.
    ///
    /// # Errors
    /// Where the file can't be written to.
    pub fn create(path: &Path) -> Result<Self, Complaint> {
        let name = format!("`{}`", path.display());
        let open = || -> io::Result<Writer> {
            let file = File::create(path)?;
            Ok(match path.extension().and_then(|extension| extension.to_str()) {
                Some("gz") => Writer::Gzip(GzEncoder::new(file, Compression::default())),
                Some("zst") => {
                    Writer::Zstd(zstd::Encoder::new(file, zstd::DEFAULT_COMPRESSION_LEVEL)?)
                }
                _ => Writer::Plain(Box::new(file)),
            })
        };
        match open() {
            Ok(writer) => Ok(Self { name, writer }),
            Err(error) => Err(Complaint::unwritable(name, &error)),
        }
    }

    /// Writes bytes at once, so that who reads them need not wait for more.
    ///
    /// # Errors
    /// Where they can't be written.
    pub fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        match &mut self.writer {
            Writer::Plain(out) => out.write_all(bytes).and_then(|()| out.flush()),
            Writer::Gzip(out) => out.write_all(bytes),
            Writer::Zstd(out) => out.write_all(bytes),
        }
    }

    /// Writes what a compressed file must end with.
    ///
    /// # Errors
    /// Where it can't be written.
    pub fn finish(self) -> io::Result<()> {
        match self.writer {
            Writer::Plain(_) => Ok(()),
            Writer::Gzip(out) => out.finish().map(drop),
            Writer::Zstd(out) => out.finish().map(drop),
        }
    }
}
