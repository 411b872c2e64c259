//! Units of Unix times: seconds, milliseconds, microseconds, nanoseconds.

use vrlet_function::prelude::*;

/// The parameter that says it.
pub(super) const UNIT: Arg<Text> = Arg::optional("unit", "What is counted.")
    .default(Literal::Text("seconds"))
    .one_of(&["seconds", "milliseconds", "microseconds", "nanoseconds"])
    .constant()
    .second();

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum UnixUnit {
    Seconds,
    Milliseconds,
    Microseconds,
    Nanoseconds,
}

impl UnixUnit {
    /// What a call says.
    pub(super) fn of(context: &CallContext<'_>) -> Self {
        match context.choice(UNIT) {
            Some("milliseconds") => Self::Milliseconds,
            Some("microseconds") => Self::Microseconds,
            Some("nanoseconds") => Self::Nanoseconds,
            _ => Self::Seconds,
        }
    }
}
