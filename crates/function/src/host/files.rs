//! Files: descriptors and schemas that functions are compiled with.

use crate::Failure;

/// Where functions read the files that their constants name.
pub trait Files: Send + Sync {
    /// The content of a file.
    ///
    /// # Errors
    /// Where the host keeps it from programs, or it can't be read.
    fn read(&self, path: &str) -> Result<Vec<u8>, Failure>;
}

/// A host that lets programs read no files.
#[derive(Clone, Copy, Debug)]
pub struct NoFiles;

impl Files for NoFiles {
    fn read(&self, _: &str) -> Result<Vec<u8>, Failure> {
        Err(Failure::fixed("the host lets programs read no files"))
    }
}
