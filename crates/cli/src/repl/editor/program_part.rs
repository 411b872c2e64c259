//! The part of a line that is a program: all of it, or the argument of a command such as `:type`.

use crate::repl::command::{Entry, takes_program};

/// Where the program of a line starts, if it has one.
pub fn program_start(line: &str) -> Option<usize> {
    match Entry::of(line) {
        Entry::Program(_) => Some(0),
        Entry::Command { name, .. } => {
            let end = name_end(line, name);
            (takes_program(name) && end < line.len()).then_some(end)
        }
    }
}

/// Where the name of a command ends.
pub fn name_end(line: &str, name: &str) -> usize {
    line.find(':').map_or(0, |colon| colon + 1 + name.len())
}
