//! `Secrets`: tokens and keys that an event carries beside its fields.

use std::collections::BTreeMap;
use std::fmt;

use vrlet_value::Text;

/// The secrets of one event, by name. They are no part of its value: nothing writes them out unless a
/// program puts them there.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Secrets(BTreeMap<Text, Text>);

impl Secrets {
    /// No secrets.
    #[must_use]
    pub const fn new() -> Self {
        Self(BTreeMap::new())
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The secret of a name.
    #[must_use]
    pub fn get(&self, name: &Text) -> Option<&Text> {
        self.0.get(name)
    }

    /// Keeps a secret; one of the same name that was there before is replaced.
    pub fn insert(&mut self, name: impl Into<Text>, secret: impl Into<Text>) {
        self.0.insert(name.into(), secret.into());
    }

    /// Forgets a secret and gives it back.
    pub fn remove(&mut self, name: &Text) -> Option<Text> {
        self.0.remove(name)
    }

    /// Lets go of larger buffers that names and secrets are parts of, as
    /// [`Value::detach`](vrlet_value::Value::detach) does.
    pub fn detach(&mut self) {
        if self.0.iter().any(|(name, secret)| name.is_attached() || secret.is_attached()) {
            let owned = |mut text: Text| {
                text.detach();
                text
            };
            let secrets = std::mem::take(&mut self.0).into_iter();
            self.0 = secrets.map(|(name, secret)| (owned(name), owned(secret))).collect();
        }
    }

    /// The names of all secrets.
    pub fn names(&self) -> impl Iterator<Item = &Text> {
        self.0.keys()
    }
}

/// Names only: a secret never reaches a log by accident.
impl fmt::Debug for Secrets {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.names()).finish()
    }
}
