//! The bytes of an input: a file, compressed or not, or a stream.

use std::fs::{self, File};
use std::io::{self, BufReader, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use flate2::bufread::MultiGzDecoder;

use super::stream::Stream;
use crate::cli_error::CliError;

/// An input that somebody named.
#[derive(Clone, Debug)]
pub struct Input {
    /// What messages call it.
    pub name: String,
    /// The file; standard input where there is none.
    pub path: Option<PathBuf>,
}

impl Input {
    /// Standard input.
    pub fn stdin() -> Self {
        Self { name: "<stdin>".to_owned(), path: None }
    }

    /// The input of a path; `-` is standard input.
    ///
    /// # Errors
    /// Where there is no such file, or it is a directory.
    pub fn named(path: PathBuf) -> Result<Self, CliError> {
        if path == Path::new("-") {
            return Ok(Self::stdin());
        }
        match fs::metadata(&path) {
            Ok(metadata) if metadata.is_dir() => {
                Err(CliError::unreadable("input", &path, &io::ErrorKind::IsADirectory.into()))
            }
            Ok(_) => Ok(Self { name: path.display().to_string(), path: Some(path) }),
            Err(error) => Err(CliError::unreadable("input", &path, &error)),
        }
    }
}

/// An open input.
pub enum Source {
    /// Everything is there already: reading waits for nobody.
    Stored(Box<dyn Read + Send>),
    /// It comes while it is read.
    Stream(Stream),
}

impl Source {
    /// Opens an input.
    ///
    /// # Errors
    /// Where the file can't be opened.
    pub fn open(input: &Input, stop: &Arc<AtomicBool>) -> io::Result<Self> {
        let Some(path) = &input.path else {
            return Ok(match redirected() {
                Some(file) => Self::Stored(Box::new(file)),
                None => Self::Stream(Stream::new(io::stdin(), Arc::clone(stop))),
            });
        };
        let file = File::open(path)?;
        let is_stored = file.metadata()?.is_file();
        Ok(match path.extension().and_then(|extension| extension.to_str()) {
            Some("gz") => Self::Stored(Box::new(MultiGzDecoder::new(BufReader::new(file)))),
            Some("zst") => Self::Stored(Box::new(zstd::Decoder::new(file)?)),
            _ if is_stored => Self::Stored(Box::new(file)),
            _ => Self::Stream(Stream::new(file, Arc::clone(stop))),
        })
    }

    /// Adds bytes to a buffer: `wanted` of them unless the input ends, or, of a stream, what there is.
    ///
    /// # Errors
    /// Where the input can't be read; what was read before the error is in the buffer.
    pub fn read_some(&mut self, buffer: &mut Vec<u8>, wanted: usize) -> io::Result<usize> {
        match self {
            Self::Stored(source) => {
                let limit = u64::try_from(wanted).unwrap_or(u64::MAX);
                source.by_ref().take(limit).read_to_end(buffer)
            }
            Self::Stream(stream) => stream.read_some(buffer),
        }
    }

    /// Whether what there is should be worked on at once.
    pub fn is_stream(&self) -> bool {
        matches!(self, Self::Stream(_))
    }
}

/// The file that standard input is redirected from, if it is one.
#[cfg(unix)]
fn redirected() -> Option<File> {
    use std::os::fd::AsFd;

    let file = File::from(io::stdin().as_fd().try_clone_to_owned().ok()?);
    file.metadata().is_ok_and(|metadata| metadata.is_file()).then_some(file)
}

/// The file that standard input is redirected from, if that can be known.
#[cfg(not(unix))]
fn redirected() -> Option<File> {
    None
}
