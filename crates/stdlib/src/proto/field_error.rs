//! What is wrong with a field, and where it is: of a value that can't be one, of bytes that are none.

use std::borrow::Cow;
use std::fmt::{self, Display};

use vrlet_function::prelude::*;

/// What is wrong with a field.
#[derive(Debug)]
pub(super) struct FieldError {
    /// The names on the way to the field.
    path: String,
    message: Cow<'static, str>,
}

impl FieldError {
    pub(super) fn new(message: impl Into<Cow<'static, str>>) -> Self {
        Self { path: String::new(), message: message.into() }
    }

    /// A value of another kind.
    pub(super) fn expected(what: impl Display, found: &Value) -> Self {
        Self::new(format!("expected {what}, found {}", with_article(found.kind_name())))
    }

    /// The same inside of the field of a name.
    pub(super) fn inside(mut self, name: &str) -> Self {
        self.path = match self.path.as_str() {
            "" => name.to_owned(),
            path => format!("{name}.{path}"),
        };
        self
    }
}

impl Display for FieldError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.is_empty() {
            write!(f, "field `{}`: ", self.path)?;
        }
        f.write_str(&self.message)
    }
}

fn with_article(kind: &str) -> String {
    match kind.as_bytes().first() {
        Some(b'a' | b'i' | b'o') => format!("an {kind}"),
        _ if kind == "null" => kind.to_owned(),
        _ => format!("a {kind}"),
    }
}
