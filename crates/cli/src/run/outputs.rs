//! The outputs of a run: for events and for those that failed, never a file that the run reads from.

use std::fmt;
use std::io;
use std::path::{self, Path};

use vrlet_pipeline::{LinesSink, Output};

use super::input::Input;
use super::same_file::FileId;
use crate::cli_error::CliError;

/// Where a run writes to.
pub struct Outputs {
    lines: Output,
    failures: Option<Output>,
}

/// An output as messages call it: standard output where no file is named.
struct Name<'a>(Option<&'a Path>);

impl Outputs {
    /// Opens the outputs of a run that reads some files; standard output where no file is named.
    ///
    /// # Errors
    /// Where a file can't be written to, is read from, or is given twice.
    pub fn open(
        inputs: &[&Input],
        lines: Option<&Path>,
        failures: Option<&Path>,
    ) -> Result<Self, CliError> {
        let outputs = [Some(Name(lines)), failures.map(|path| Name(Some(path)))];
        outputs.iter().flatten().try_for_each(|output| refuse_overwriting(inputs, output))?;
        if let Some(failures) = failures
            && FileId::of_path(failures).is_some_and(|file| Name(lines).file() == Some(file))
        {
            return Err(CliError::outputs_are_one(Name(lines), failures));
        }
        let [lines, failures] = [lines, failures].map(|path| path.map(create).transpose());
        let lines = lines?.unwrap_or_else(|| Output::writer("standard output", io::stdout()));
        Ok(Self { lines, failures: failures? })
    }

    /// No outputs: just the summary counts.
    pub fn none() -> Self {
        Self { lines: Output::discard(), failures: None }
    }

    /// The sink of a pipeline whose program is called `script`.
    pub fn sink(self, script: &str) -> LinesSink {
        let sink = LinesSink::new(self.lines);
        match self.failures {
            Some(failures) => sink.failures(failures, script),
            None => sink,
        }
    }
}

impl Name<'_> {
    fn file(&self) -> Option<FileId> {
        self.0.map_or_else(FileId::of_stdout, FileId::of_path)
    }
}

impl fmt::Display for Name<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(path) => write!(f, "`{}`", path.display()),
            None => f.write_str("standard output"),
        }
    }
}

fn create(path: &Path) -> Result<Output, CliError> {
    let name = format!("`{}`", path.display());
    Output::create(name.as_str(), path).map_err(|error| CliError::unwritable(name, &error))
}

/// An output that is also an input would be empty before it is read, or never end.
fn refuse_overwriting(inputs: &[&Input], output: &Name<'_>) -> Result<(), CliError> {
    let Some(file) = output.file() else { return Ok(()) };
    let Some(input) = inputs.iter().find(|input| input.file().as_ref() == Some(&file)) else {
        return Ok(());
    };
    let path = |path: Option<&Path>| path.and_then(|path| path::absolute(path).ok());
    let is_same_name = path(output.0).is_some_and(|own| path(input.path.as_deref()) == Some(own));
    Err(CliError::output_is_input(output, (!is_same_name).then_some(&input.name)))
}
