//! `Failure`: errors, and the control flow (`abort`, `return`, `break`) that leaves a call like one.

use std::fmt;

use vrlet_value::Value;

/// Why there is no value. `abort`, `return` and `break` are ways through a program, not errors, but
/// they leave calls and closures on the same road.
#[derive(Clone, PartialEq, Debug)]
pub enum Failure {
    /// Something failed, which `??` and `ok, err =` can handle.
    Error(Message),
    /// `abort`, with its message.
    Abort(Option<Box<str>>),
    /// `return`, with its value.
    Return(Box<Value>),
    /// `break`
    Break,
    /// A limit of the host was met, or the host called the run off: nothing in a program handles it.
    Stopped(Message),
}

/// The text of an error; fixed texts cost nothing until somebody reads them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Message {
    /// A fixed text.
    Static(&'static str),
    /// A text made for the occasion.
    Owned(Box<str>),
}

impl Failure {
    /// An error with a text made for the occasion.
    #[must_use]
    pub fn new(message: impl fmt::Display) -> Self {
        Self::Error(Message::Owned(message.to_string().into()))
    }

    /// An error with a fixed text.
    #[must_use]
    pub const fn fixed(message: &'static str) -> Self {
        Self::Error(Message::Static(message))
    }
}

impl fmt::Display for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Static(text) => text,
            Self::Owned(text) => text,
        })
    }
}
