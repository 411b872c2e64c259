//! Regular expressions that no two machines share.

use std::ops::Deref;

use vrlet_function::prelude::*;

/// A constant expression whose clones have a scratch memory of their own: threads that share one queue
/// for it. A prepared body holds one, so that its fork for each machine has another.
pub(crate) struct OwnRegex(Regex);

impl OwnRegex {
    /// An expression for one call.
    pub(crate) fn new(regex: &Regex) -> Self {
        Self(regex.fork())
    }

    /// The expression that an argument is, where it is a constant.
    pub(crate) fn constant(site: &Site<'_>, param: &str) -> Option<Self> {
        match site.constant(param) {
            Some(Value::Regex(regex)) => Some(Self::new(&regex)),
            _ => None,
        }
    }
}

impl Clone for OwnRegex {
    fn clone(&self) -> Self {
        Self(self.0.fork())
    }
}

impl Deref for OwnRegex {
    type Target = regex::Regex;

    fn deref(&self) -> &regex::Regex {
        &self.0
    }
}
