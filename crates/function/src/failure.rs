//! `Failure`: errors, and the control flow (`abort`, `return`, `break`) that leaves a call like one.

use std::fmt;
use std::sync::Arc;

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
    /// A text that is made when somebody reads it: finding out what is wrong can take longer than the call.
    Deferred(Deferred),
}

/// What makes the text of an error.
#[derive(Clone)]
pub struct Deferred(Arc<dyn Fn() -> String + Send + Sync>);

impl PartialEq for Deferred {
    fn eq(&self, other: &Self) -> bool {
        (self.0)() == (other.0)()
    }
}

impl Eq for Deferred {}

impl fmt::Debug for Deferred {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&(self.0)(), f)
    }
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

    /// An error whose text is made when somebody reads it, which a handler such as `??` does not.
    #[must_use]
    pub fn deferred(message: impl Fn() -> String + Send + Sync + 'static) -> Self {
        Self::Error(Message::Deferred(Deferred(Arc::new(message))))
    }
}

impl fmt::Display for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Static(text) => f.write_str(text),
            Self::Owned(text) => f.write_str(text),
            Self::Deferred(Deferred(text)) => f.write_str(&text()),
        }
    }
}
