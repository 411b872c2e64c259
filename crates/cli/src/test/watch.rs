//! `vrlet test --watch`: waits until a file changes.
//!
//! It looks at times and lengths now and then, which works on every system and every file system: at all
//! files of the folders that are tested, and at those elsewhere that tests read.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, SystemTime};

use crate::terminal::{self, Terminal};

/// How often it looks.
const PAUSE: Duration = Duration::from_millis(200);

/// How deep folders are entered.
const DEEPEST: usize = 16;

/// Where it looks.
pub struct Watch<'a> {
    /// Files and folders; of a file, the folder around it.
    pub paths: &'a [PathBuf],
    /// The configuration.
    pub config: Option<&'a Path>,
    /// What the command itself writes.
    pub written: Vec<PathBuf>,
}

/// Files as they were.
type Files = BTreeMap<PathBuf, (Option<SystemTime>, u64)>;

impl Watch<'_> {
    /// The files as they are now; `touched` are some that tests read, wherever they are.
    pub fn look(&self, touched: &BTreeSet<PathBuf>) -> Files {
        let mut files = Files::new();
        for path in self.paths.iter().map(PathBuf::as_path).chain(self.config) {
            let folder = if path.is_dir() { path } else { path.parent().unwrap_or(path) };
            let is_here = folder == Path::new("");
            self.add(if is_here { Path::new(".") } else { folder }, 0, &mut files);
        }
        for path in touched {
            if let Ok(metadata) = fs::metadata(path) {
                files.insert(path.clone(), (metadata.modified().ok(), metadata.len()));
            }
        }
        files
    }

    /// Returns when a file is another than it was.
    pub fn wait(&self, before: &Files, touched: &BTreeSet<PathBuf>) {
        while *before == self.look(touched) {
            thread::sleep(PAUSE);
        }
    }

    fn add(&self, folder: &Path, depth: usize, files: &mut Files) {
        let Ok(entries) = fs::read_dir(folder) else { return };
        for entry in entries.flatten() {
            let (name, path) = (entry.file_name(), entry.path());
            let Ok(metadata) = entry.metadata() else { continue };
            let is_hidden = name.to_string_lossy().starts_with('.');
            let is_written = || self.written.iter().any(|file| file.file_name() == Some(&name));
            if !metadata.is_dir() {
                if !is_written() {
                    files.insert(path, (metadata.modified().ok(), metadata.len()));
                }
            } else if !is_hidden && name != "target" && name != "node_modules" && depth < DEEPEST {
                self.add(&path, depth + 1, files);
            }
        }
    }
}

/// Makes room on a screen.
pub fn clear(terminal: &Terminal) {
    if terminal.shows_output {
        let _ = terminal::print("\x1b[2J\x1b[H");
    }
}
