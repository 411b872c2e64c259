//! `Registry`: the functions that a program can call, by name.

use std::collections::BTreeMap;

use crate::Function;

/// Functions by name.
#[derive(Clone, Default, Debug)]
pub struct Registry {
    functions: BTreeMap<&'static str, &'static Function>,
    left_out: BTreeMap<&'static str, &'static str>,
}

impl Registry {
    /// A registry without functions.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a function; one of the same name that was there before is replaced.
    pub fn add(&mut self, function: &'static Function) {
        self.left_out.remove(function.name);
        self.functions.insert(function.name, function);
    }

    /// Says of a name that its function is not part of this build, and which cargo feature brings it
    /// back; a function of that name that was there before is removed.
    pub fn leave_out(&mut self, name: &'static str, feature: &'static str) {
        self.functions.remove(name);
        self.left_out.insert(name, feature);
    }

    /// The cargo feature that a function needs which is not part of this build.
    #[must_use]
    pub fn missing_feature(&self, name: &str) -> Option<&'static str> {
        self.left_out.get(name).copied()
    }

    /// The names that are not part of this build, each with the cargo feature that brings it back.
    pub fn left_out(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.left_out.iter().map(|(name, feature)| (*name, *feature))
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
