//! Where lines go: standard output or a file, compressed or not.

use std::fs::File;
use std::io::{self, Write};
use std::path::Path;

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::cli_error::CliError;

/// An open output.
pub struct Sink {
    /// What messages call it.
    pub name: String,
    encoder: Encoder,
}

enum Encoder {
    Plain(Box<dyn Write + Send>),
    Gzip(GzEncoder<File>),
    Zstd(zstd::Encoder<'static, File>),
}

impl Sink {
    /// Standard output.
    pub fn stdout() -> Self {
        Self { name: "standard output".to_owned(), encoder: Encoder::Plain(Box::new(io::stdout())) }
    }

    /// Nowhere: what is written is forgotten.
    pub fn nowhere() -> Self {
        Self { name: "nowhere".to_owned(), encoder: Encoder::Plain(Box::new(io::sink())) }
    }

    /// A file, which is made or emptied.
    ///
    /// # Errors
    /// Where the file can't be written to.
    pub fn create(path: &Path) -> Result<Self, CliError> {
        let name = format!("`{}`", path.display());
        let open = || -> io::Result<Encoder> {
            let file = File::create(path)?;
            Ok(match path.extension().and_then(|extension| extension.to_str()) {
                Some("gz") => Encoder::Gzip(GzEncoder::new(file, Compression::default())),
                Some("zst") => {
                    Encoder::Zstd(zstd::Encoder::new(file, zstd::DEFAULT_COMPRESSION_LEVEL)?)
                }
                _ => Encoder::Plain(Box::new(file)),
            })
        };
        match open() {
            Ok(encoder) => Ok(Self { name, encoder }),
            Err(error) => Err(CliError::unwritable(name, &error)),
        }
    }

    /// Writes bytes at once, so that who reads them need not wait for more.
    ///
    /// # Errors
    /// Where they can't be written.
    pub fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        match &mut self.encoder {
            Encoder::Plain(out) => out.write_all(bytes).and_then(|()| out.flush()),
            Encoder::Gzip(out) => out.write_all(bytes),
            Encoder::Zstd(out) => out.write_all(bytes),
        }
    }

    /// Writes what a compressed file must end with.
    ///
    /// # Errors
    /// Where it can't be written.
    pub fn finish(self) -> io::Result<()> {
        match self.encoder {
            Encoder::Plain(_) => Ok(()),
            Encoder::Gzip(out) => out.finish().map(drop),
            Encoder::Zstd(out) => out.finish().map(drop),
        }
    }
}
