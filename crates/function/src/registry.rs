//! The functions that a program can call.

use std::collections::BTreeMap;

use crate::Function;

/// Functions by name.
#[derive(Clone, Default, Debug)]
pub struct Registry {
    functions: BTreeMap<&'static str, &'static Function>,
}

impl Registry {
    /// A registry without functions.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a function; one of the same name that was there before is replaced.
    pub fn add(&mut self, function: &'static Function) {
        self.functions.insert(function.name, function);
    }

    /// The function of a name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&'static Function> {
        self.functions.get(name).copied()
    }

    /// All functions by name.
    pub fn iter(&self) -> impl Iterator<Item = &'static Function> {
        self.functions.values().copied()
    }
}

impl Extend<&'static Function> for Registry {
    fn extend<I: IntoIterator<Item = &'static Function>>(&mut self, functions: I) {
        for function in functions {
            self.add(function);
        }
    }
}
