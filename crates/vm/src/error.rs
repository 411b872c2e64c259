//! `RunError`, and the messages of everything that can fail at run time.

use std::fmt;

use vrlet_diagnostic::Span;
use vrlet_function::{Failure, Function, Message};
use vrlet_value::{KindSet, Value};

use crate::{CallSite, TypeAssert};

/// A failure that nothing in the program handled.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RunError {
    /// The cause.
    pub message: String,
    /// The source of the outermost expression that failed.
    pub span: Span,
    /// Whether a limit of the host ended the run, rather than the program.
    pub stopped: bool,
}

impl fmt::Display for RunError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for RunError {}

/// The text of `abort` without a message, where a program reads it.
const ABORTED: &str = "aborted";

/// The text of a `return` where only a value can leave.
pub(crate) const RETURNED: &str = "`return` can't leave this expression";

/// A failure as the text that a program, or a person, reads.
pub(crate) fn text(failure: Failure) -> String {
    match failure {
        Failure::Error(message) | Failure::Stopped(message) => match message {
            Message::Static(text) => text.to_owned(),
            Message::Owned(text) => text.into(),
            message @ Message::Deferred(_) => message.to_string(),
        },
        Failure::Abort(Some(text)) => text.into(),
        Failure::Abort(None) => ABORTED.to_owned(),
        Failure::Return(_) => RETURNED.to_owned(),
        Failure::Break => unreachable!("checked: `break` stands in a closure that takes it"),
    }
}

/// The failure of a call, with the call's name and place in front. An abort keeps its own text; a
/// `return` can't pass a call.
pub(crate) fn of_call(failure: Failure, site: &CallSite) -> Failure {
    match failure {
        Failure::Error(message) => wrapped(&message, site),
        Failure::Return(_) => wrapped(&"`return` can't leave a function's closure", site),
        Failure::Abort(text) if site.abort_as_error => {
            Failure::new(text.as_deref().unwrap_or(ABORTED))
        }
        Failure::Abort(_) | Failure::Break | Failure::Stopped(_) => failure,
    }
}

fn wrapped(message: &dyn fmt::Display, site: &CallSite) -> Failure {
    at_call(message, site.function, site.span)
}

fn at_call(message: &dyn fmt::Display, function: &Function, Span { start, end }: Span) -> Failure {
    Failure::new(format_args!("call of \"{}\" at ({start}:{end}): {message}", function.name))
}

/// A value that turned out to be of another kind than its program wants it to be.
pub(crate) fn type_assert(assert: &TypeAssert, value: &Value) -> Failure {
    let TypeAssert { function, kinds, span } = assert;
    let (wanted, found) = (article(kinds.to_string()), article(value.kind_name().to_owned()));
    at_call(&format_args!("expected {wanted}, found {found}"), function, *span)
}

fn article(kind: String) -> String {
    match kind.as_bytes() {
        b"null" => kind,
        [b'a' | b'i' | b'o', ..] => format!("an {kind}"),
        _ => format!("a {kind}"),
    }
}

/// An argument that turned out to be of another kind than the parameter's.
pub(crate) fn argument(site: &CallSite, param: u32, kinds: KindSet, value: &Value) -> Failure {
    let name = site.function.params[param as usize].name;
    Failure::new(format_args!("`{name}` must be {kinds}, got {}", value.kind_name()))
}

/// An array whose element turned out to be of another kind than the parameter's.
pub(crate) fn element(
    site: &CallSite,
    param: u32,
    index: usize,
    kinds: KindSet,
    value: &Value,
) -> Failure {
    let name = site.function.params[param as usize].name;
    Failure::new(format_args!(
        "element {index} of `{name}` must be {kinds}, got {}",
        value.kind_name()
    ))
}

/// A closure that gave a value of another kind than the function takes.
pub(crate) fn closure_result(kinds: KindSet, value: &Value) -> Failure {
    Failure::new(format_args!("the closure must give {kinds}, gave {}", value.kind_name()))
}

/// A condition that turned out to be no boolean.
pub(crate) fn condition(value: &Value) -> Failure {
    Failure::new(format_args!("the condition must be a boolean, got {}", value.kind_name()))
}

/// What an `abort` says and turned out to be no text.
pub(crate) fn abort_message(value: &Value) -> Failure {
    let found = value.kind_name();
    Failure::new(format_args!("the message of `abort` must be a string, got {found}"))
}

/// A value nested deeper than the host allows.
pub(crate) fn too_deep(limit: u32) -> Failure {
    Failure::Stopped(Message::Owned(
        format!(
            "the value is nested more than {limit} levels deep; raise the limit or build it flatter"
        )
        .into(),
    ))
}

/// A run that took more steps than the host allows.
pub(crate) fn too_many_steps(limit: u64) -> Failure {
    Failure::Stopped(Message::Owned(
        format!(
            "the program took more than {limit} steps over this event; raise the limit or loop less"
        )
        .into(),
    ))
}

/// A run that the host called off.
pub(crate) fn called_off() -> Failure {
    Failure::Stopped(Message::Static("the host called the run off"))
}

/// A text made for the occasion.
pub(crate) fn owned(text: &dyn fmt::Display) -> Message {
    Message::Owned(text.to_string().into())
}
