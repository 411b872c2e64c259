//! What timestamps are counted in.

use vrlet_function::prelude::*;

/// The parameter that says it.
pub(super) const UNIT: Param = optional("unit", STRING, "What is counted.")
    .default(Literal::Text("seconds"))
    .one_of(&["seconds", "milliseconds", "microseconds", "nanoseconds"])
    .constant();

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum UnixUnit {
    Seconds,
    Milliseconds,
    Microseconds,
    Nanoseconds,
}

impl UnixUnit {
    /// What a call says.
    pub(super) fn of(site: &Site<'_>) -> Self {
        match site.constant("unit").as_ref().and_then(Value::as_text).and_then(Text::as_str) {
            Some("milliseconds") => Self::Milliseconds,
            Some("microseconds") => Self::Microseconds,
            Some("nanoseconds") => Self::Nanoseconds,
            _ => Self::Seconds,
        }
    }
}
