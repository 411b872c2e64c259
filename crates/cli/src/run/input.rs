//! The inputs of `vrlet run`: named files or standard input, and how their read errors are worded.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use vrlet_pipeline::{InputBytes, ReadError, Signature, UnreadableContent};

use super::same_file::FileId;
use crate::cli_error::{self, CliError};

/// What messages call standard input.
const STDIN: &str = "<stdin>";

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
        Self { name: STDIN.to_owned(), path: None }
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

    /// The file that is read, if it is one.
    pub fn file(&self) -> Option<FileId> {
        self.path.as_deref().map_or_else(FileId::of_stdin, FileId::of_path)
    }

    /// The input for a pipeline, which opens it when its turn comes.
    pub fn to_read(&self) -> vrlet_pipeline::Input {
        match &self.path {
            Some(path) => vrlet_pipeline::Input::file(path),
            None => vrlet_pipeline::Input::new(self.name.as_str(), || {
                Ok(match redirected() {
                    Some(file) => InputBytes::stored(file),
                    None => InputBytes::stream(io::stdin()),
                })
            }),
        }
    }
}

/// Why an input can't be read any further, and what to do about it.
pub fn read_error(ReadError { source, line, error }: &ReadError) -> CliError {
    let content = error.get_ref().and_then(|error| error.downcast_ref());
    if let Some(UnreadableContent(signature)) = content {
        let message = format_args!("{source}: expected text in UTF-8, this is {signature}");
        return CliError::new(message).help(way_out(*signature, source));
    }
    let reason = cli_error::reading(error);
    CliError::new(match line {
        Some(line) => format!("{source}:{line}: {reason}"),
        None => format!("{source}: {reason}"),
    })
}

/// How an input can be read in spite of its format.
fn way_out(signature: Signature, source: &str) -> String {
    let command = match signature {
        Signature::Gzip => "gzip -dc",
        Signature::Zstd => "zstd -dc",
        Signature::Xz => "xz -dc",
        Signature::Bzip2 => "bzip2 -dc",
        Signature::Lz4 => "lz4 -dc",
        Signature::Zip => "unzip -p",
        Signature::Utf16 => "iconv -f UTF-16 -t UTF-8",
        Signature::Utf32 => "iconv -f UTF-32 -t UTF-8",
        Signature::Parquet => {
            return format!(
                "write it as NDJSON first, for example with \
                 `duckdb -c \"COPY (FROM '{source}') TO 'events.ndjson' (FORMAT json)\"`"
            );
        }
    };
    let file = if source == STDIN { String::new() } else { format!(" {source}") };
    format!("it can be read through `{command}{file} | vrlet run …`")
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
