//! `:save` and `:quit`: writes the session's lines to a script; ends the prompt.

use std::fs;
use std::path::Path;

use crate::cli_error::CliError;
use crate::repl::command::{missing, too_many};
use crate::repl::files;
use crate::repl::state::{ReplError, ReplState};

impl ReplState {
    /// `:save SCRIPT`; a `!` in front overwrites what is there.
    pub fn save(&mut self, arguments: &str) -> Result<(), ReplError> {
        let (is_forced, file) = match arguments.strip_prefix("! ") {
            Some(file) => (true, file),
            None => (false, arguments),
        };
        let words = files::words(file);
        let name = match words.as_slice() {
            [name] => name,
            [] => return Err(missing("save").into()),
            [..] => return Err(too_many("save").into()),
        };
        if self.accepted.is_empty() {
            return Err(CliError::new("there is no line to save yet")
                .help("lines that assign, delete or end a program are kept; others only look")
                .into());
        }
        let path = files::path(name);
        if path.is_file() && !is_forced && !self.saved.contains(&path) {
            return Err(CliError::new(format_args!("`{name}` is there already"))
                .help(format_args!("`:save! {name}` overwrites it"))
                .into());
        }
        self.write(&path)?;
        let count = self.accepted.len();
        let lines = if count == 1 { "1 line".to_owned() } else { format!("{count} lines") };
        self.print(&format!("{lines} saved in {name}\n"))?;
        self.saved.push(path);
        Ok(())
    }

    fn write(&self, path: &Path) -> Result<(), CliError> {
        let script = self.accepted.join("\n") + "\n";
        fs::write(path, &script).map_err(|error| CliError::unwritable(path.display(), &error))?;
        // Lines that were tried over several events may not fit each other.
        if let Err(error) = self.session.engine().compile(&script) {
            self.terminal.say(&error.render(&path.display().to_string(), self.terminal.style));
        }
        Ok(())
    }

    /// `:quit`
    pub fn quit(&mut self, _: &str) -> Result<(), ReplError> {
        self.is_done = true;
        Ok(())
    }
}
