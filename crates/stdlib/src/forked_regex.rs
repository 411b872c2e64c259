//! A clone of a regular expression for each machine: a shared one makes threads queue for its scratch
//! memory.

use std::ops::Deref;

use vrlet_function::prelude::*;

/// A constant expression whose clones have a scratch memory of their own: threads that share one queue
/// for it. A factory holds one, so that the body of each machine has another.
pub(crate) struct ForkedRegex(Regex);

impl ForkedRegex {
    /// An expression for one call.
    pub(crate) fn new(regex: &Regex) -> Self {
        Self(regex.fork())
    }

    /// The expression that an argument is, where it is a constant.
    pub(crate) fn constant<T>(context: &CallContext<'_>, parameter: Arg<T>) -> Option<Self> {
        match context.constant_value(parameter) {
            Some(Value::Regex(regex)) => Some(Self::new(&regex)),
            _ => None,
        }
    }
}

impl Clone for ForkedRegex {
    fn clone(&self) -> Self {
        Self(self.0.fork())
    }
}

impl Deref for ForkedRegex {
    type Target = regex::Regex;

    fn deref(&self) -> &regex::Regex {
        &self.0
    }
}
