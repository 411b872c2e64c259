//! File access for functions that read files when they are compiled.

use std::path::{Path, PathBuf};
use std::{fs, io};

use vrlet_function::{Failure, Files};

/// All files that the process may read; relative paths start at its working directory.
#[derive(Clone, Copy, Debug)]
pub struct SystemFiles;

impl Files for SystemFiles {
    fn read(&self, path: &str) -> Result<Vec<u8>, Failure> {
        fs::read(path).map_err(|error| unreadable(path, &error))
    }
}

/// The files below one folder and no others, whatever `..` and symbolic links say; relative paths start
/// there.
#[derive(Clone, Debug)]
pub struct FilesBelow {
    folder: PathBuf,
}

impl FilesBelow {
    /// The files below a folder.
    ///
    /// # Errors
    /// Where there is no such folder.
    pub fn new(folder: impl AsRef<Path>) -> io::Result<Self> {
        Ok(Self { folder: folder.as_ref().canonicalize()? })
    }
}

impl Files for FilesBelow {
    fn read(&self, path: &str) -> Result<Vec<u8>, Failure> {
        let real = self.folder.join(path).canonicalize();
        let real = real.map_err(|error| unreadable(path, &error))?;
        if !real.starts_with(&self.folder) {
            return Err(Failure::new(format_args!(
                "`{path}` lies outside of the folder that the host lets programs read"
            )));
        }
        fs::read(real).map_err(|error| unreadable(path, &error))
    }
}

fn unreadable(path: &str, error: &io::Error) -> Failure {
    Failure::new(format_args!("`{path}` can't be read: {error}"))
}
