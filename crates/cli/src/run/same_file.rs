//! `FileId`: tells whether two names are one file (hard links, symbolic links, a redirected stream).

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// What makes a file that one: names with the same `FileId` are the same file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum FileId {
    /// A file that is there, by its device and its number on it.
    #[cfg(unix)]
    Node(u64, u64),
    /// A file that is there, by its name without links.
    #[cfg(not(unix))]
    Name(PathBuf),
    /// A file that is yet to be made, by its folder and its name in it.
    Future(PathBuf, OsString),
}

impl FileId {
    /// The file of a path, there or not; none for what may be used twice, such as devices and pipes.
    pub fn of_path(path: &Path) -> Option<Self> {
        match fs::metadata(path) {
            Ok(metadata) if metadata.is_file() => Self::existing(path, &metadata),
            Ok(_) => None,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                let parent = path.parent().filter(|parent| *parent != Path::new(""));
                let folder = fs::canonicalize(parent.unwrap_or(Path::new("."))).ok()?;
                Some(Self::Future(folder, path.file_name()?.to_owned()))
            }
            Err(_) => None,
        }
    }

    /// The file that standard input is redirected from, if it is one.
    pub fn of_stdin() -> Option<Self> {
        #[cfg(unix)]
        return Self::of_stream(std::os::fd::AsFd::as_fd(&io::stdin()));
        #[cfg(not(unix))]
        None
    }

    /// The file that standard output is redirected to, if it is one.
    pub fn of_stdout() -> Option<Self> {
        #[cfg(unix)]
        return Self::of_stream(std::os::fd::AsFd::as_fd(&io::stdout()));
        #[cfg(not(unix))]
        None
    }

    #[cfg(unix)]
    fn of_stream(stream: std::os::fd::BorrowedFd<'_>) -> Option<Self> {
        let metadata = fs::File::from(stream.try_clone_to_owned().ok()?).metadata().ok()?;
        if metadata.is_file() { Self::existing(Path::new(""), &metadata) } else { None }
    }

    #[cfg(unix)]
    #[allow(clippy::unnecessary_wraps, reason = "other systems look the path up, which can fail")]
    fn existing(_path: &Path, metadata: &fs::Metadata) -> Option<Self> {
        use std::os::unix::fs::MetadataExt;

        Some(Self::Node(metadata.dev(), metadata.ino()))
    }

    #[cfg(not(unix))]
    fn existing(path: &Path, _metadata: &fs::Metadata) -> Option<Self> {
        fs::canonicalize(path).ok().map(Self::Name)
    }
}
