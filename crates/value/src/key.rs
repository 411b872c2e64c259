//! Keys: names of an object's fields, inline where they are short.

use std::borrow::{Borrow, Cow};
use std::fmt;
use std::ops::Deref;

use hipstr::HipStr;

use crate::Text;

/// The name of an object's field: always UTF-8, inline up to 23 bytes, cheap to clone.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key(HipStr<'static>);

impl Key {
    /// A key that borrows a constant of the program.
    #[must_use]
    pub const fn from_static(name: &'static str) -> Self {
        Self(HipStr::from_static(name))
    }

    /// The name as a value's text.
    #[must_use]
    pub fn to_text(&self) -> Text {
        Text::from(self.0.clone())
    }
}

impl Deref for Key {
    type Target = str;

    #[inline]
    fn deref(&self) -> &str {
        self.0.as_str()
    }
}

impl Borrow<str> for Key {
    fn borrow(&self) -> &str {
        self.0.as_str()
    }
}

impl From<&str> for Key {
    fn from(name: &str) -> Self {
        Self(HipStr::from(name))
    }
}

impl From<String> for Key {
    fn from(name: String) -> Self {
        Self(HipStr::from(name))
    }
}

impl From<&Text> for Key {
    /// What is not UTF-8 becomes U+FFFD, as everywhere in VRL where a string becomes a key.
    fn from(name: &Text) -> Self {
        match name.to_str() {
            Cow::Borrowed(name) => Self::from(name),
            Cow::Owned(name) => Self::from(name),
        }
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self)
    }
}
