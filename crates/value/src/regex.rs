//! Regular expressions as values, compared by their patterns.

use std::fmt;
use std::ops::Deref;
use std::sync::Arc;

/// A compiled regular expression; two are equal where their patterns are the same text.
#[derive(Clone)]
pub struct Regex(Arc<regex::Regex>);

impl Regex {
    /// Compiles a pattern in the syntax of the `regex` crate.
    ///
    /// # Errors
    /// Where the pattern does not compile; the message spans several lines and shows the place.
    pub fn new(pattern: &str) -> Result<Self, regex::Error> {
        regex::Regex::new(pattern).map(Self::from)
    }

    /// The same where the compiled form takes up to so many bytes; `None` where it would take more.
    ///
    /// # Errors
    /// As [`Regex::new`].
    pub fn within(pattern: &str, bytes: usize) -> Result<Option<Self>, regex::Error> {
        match regex::RegexBuilder::new(pattern).size_limit(bytes).build() {
            Ok(regex) => Ok(Some(Self::from(regex))),
            Err(regex::Error::CompiledTooBig(_)) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// A copy with a scratch memory of its own, so that threads do not queue for one.
    #[must_use]
    pub fn fork(&self) -> Self {
        Self(Arc::new((*self.0).clone()))
    }
}

impl From<regex::Regex> for Regex {
    fn from(regex: regex::Regex) -> Self {
        Self(Arc::new(regex))
    }
}

impl Deref for Regex {
    type Target = regex::Regex;

    fn deref(&self) -> &regex::Regex {
        &self.0
    }
}

impl PartialEq for Regex {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl fmt::Debug for Regex {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "r'{}'", self.as_str())
    }
}
