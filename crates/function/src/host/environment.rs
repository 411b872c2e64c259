//! `Environment`: environment variables and the host name.

use std::collections::BTreeMap;

use vrlet_value::Text;

use crate::Failure;

/// Where `get_env_var()` and `get_hostname()` look.
pub trait Environment: Send + Sync {
    /// The value of a variable, if it is set.
    ///
    /// # Errors
    /// Where the host keeps it from programs.
    fn variable(&self, name: &str) -> Result<Option<Text>, Failure>;

    /// The name of the machine.
    ///
    /// # Errors
    /// Where the host keeps it from programs, or it can't be found out.
    fn hostname(&self) -> Result<Text, Failure>;
}

/// A host that keeps its environment to itself.
#[derive(Clone, Copy, Debug)]
pub struct NoEnvironment;

const REFUSED: Failure = Failure::fixed("the host gives programs no environment");

impl Environment for NoEnvironment {
    fn variable(&self, _: &str) -> Result<Option<Text>, Failure> {
        Err(REFUSED)
    }

    fn hostname(&self) -> Result<Text, Failure> {
        Err(REFUSED)
    }
}

/// An environment that the host makes up: for tests, and to let programs see a chosen few variables.
#[derive(Clone, Default, Debug)]
pub struct FixedEnvironment {
    /// The variables by name.
    pub variables: BTreeMap<String, Text>,
    /// The name of the machine.
    pub hostname: Option<Text>,
}

impl Environment for FixedEnvironment {
    fn variable(&self, name: &str) -> Result<Option<Text>, Failure> {
        Ok(self.variables.get(name).cloned())
    }

    fn hostname(&self) -> Result<Text, Failure> {
        self.hostname.clone().ok_or(Failure::fixed("the host gives programs no host name"))
    }
}
