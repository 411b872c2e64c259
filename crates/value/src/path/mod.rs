//! Paths into values, `.a.b[0]`: their steps, and reading, writing and removing along them.

mod get;
mod insert;
mod remove;
mod root;

use std::fmt;
use std::ops::Deref;

use crate::Key;

pub use insert::IndexTooLarge;
pub use root::{EventRoot, Root, WritableRoot};

/// One step into a value.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Step {
    /// The field of an object.
    Field(Key),
    /// The element of an array; a negative index counts from the end.
    Index(i64),
}

/// Steps into a value, outermost first; none for the value itself.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Path(Vec<Step>);

impl Path {
    /// The path to the value itself.
    #[must_use]
    pub const fn root() -> Self {
        Self(Vec::new())
    }
}

impl Deref for Path {
    type Target = [Step];

    fn deref(&self) -> &[Step] {
        &self.0
    }
}

impl From<Vec<Step>> for Path {
    fn from(steps: Vec<Step>) -> Self {
        Self(steps)
    }
}

impl FromIterator<Step> for Path {
    fn from_iter<I: IntoIterator<Item = Step>>(steps: I) -> Self {
        Self(steps.into_iter().collect())
    }
}

impl fmt::Display for Path {
    /// The path as one would type it after the dot of the event: `a."b c"[0]`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, step) in self.0.iter().enumerate() {
            match step {
                Step::Field(name) => {
                    if index > 0 {
                        f.write_str(".")?;
                    }
                    write_field(name, f)?;
                }
                Step::Index(index) => write!(f, "[{index}]")?,
            }
        }
        Ok(())
    }
}

fn write_field(name: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let is_word = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '@';
    let is_digits = name.chars().all(|c| c.is_ascii_digit() || c == '_');
    if name.chars().all(is_word) && !is_digits {
        return f.write_str(name);
    }
    f.write_str("\"")?;
    for c in name.chars() {
        match c {
            '"' => f.write_str("\\\"")?,
            '\\' => f.write_str("\\\\")?,
            '\n' => f.write_str("\\n")?,
            '\r' => f.write_str("\\r")?,
            '\t' => f.write_str("\\t")?,
            other => write!(f, "{other}")?,
        }
    }
    f.write_str("\"")
}
