//! The history file of the prompt: `$XDG_STATE_HOME/vrlet/history`.

use std::path::PathBuf;
use std::{env, fs};

use rustyline::error::ReadlineError;
use rustyline::history::DefaultHistory;
use rustyline::{Editor, Helper};

use super::files::home;
use crate::terminal::Terminal;

/// The file of the history, as long as it can be used.
pub struct History(Option<PathBuf>);

impl History {
    /// Finds the file; who has no home has no history.
    pub fn find() -> Self {
        let base =
            env::var_os("XDG_STATE_HOME").map(PathBuf::from).filter(|path| path.is_absolute());
        let base = base.or_else(|| Some(home()?.join(".local").join("state")));
        Self(base.map(|base| base.join("vrlet").join("history")))
    }

    /// Gives an editor the lines of before. That there are none yet is no error.
    pub fn load<H: Helper>(&self, editor: &mut Editor<H, DefaultHistory>) {
        if let Some(path) = &self.0 {
            let _ = editor.load_history(path);
        }
    }

    /// Keeps the latest lines of an editor. Where that is not possible, it is said once.
    pub fn keep<H: Helper>(&mut self, editor: &mut Editor<H, DefaultHistory>, terminal: &Terminal) {
        let Some(path) = &self.0 else { return };
        let kept = path.parent().map_or(Ok(()), fs::create_dir_all).map_err(ReadlineError::Io);
        if let Err(error) = kept.and_then(|()| editor.append_history(path)) {
            let reason = match &error {
                ReadlineError::Io(error) => crate::cli_error::writing(error),
                other => other.to_string(),
            };
            terminal.say(&format!("the history is not kept: {}: {reason}\n", path.display()));
            self.0 = None;
        }
    }
}
