//! Text edits by position: insertions, deletions, replacements.

use std::cmp::Reverse;
use std::ops::Range;

/// Changes that were noted down and are made at once.
#[derive(Default)]
pub struct Edits {
    edits: Vec<(Range<usize>, String)>,
}

impl Edits {
    pub fn replace(&mut self, range: Range<usize>, text: impl Into<String>) {
        self.edits.push((range, text.into()));
    }

    pub fn insert(&mut self, at: usize, text: impl Into<String>) {
        self.replace(at..at, text);
    }

    pub fn delete(&mut self, range: Range<usize>) {
        self.replace(range, "");
    }

    pub fn is_empty(&self) -> bool {
        self.edits.is_empty()
    }

    /// The text with the changes made. Of two that overlap the outer one counts.
    pub fn apply(mut self, source: &str) -> String {
        // Insertions before what begins there, outer pieces before inner ones.
        self.edits.sort_by_key(|(range, _)| (range.start, !range.is_empty(), Reverse(range.end)));
        let mut text = String::with_capacity(source.len());
        let mut at = 0;
        for (range, replacement) in self.edits {
            if range.start < at {
                continue;
            }
            text.push_str(&source[at..range.start]);
            text.push_str(&replacement);
            at = range.end;
        }
        text.push_str(&source[at..]);
        text
    }
}
