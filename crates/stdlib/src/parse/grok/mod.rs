//! Grok: regular expressions put together from named ones, as Logstash has them.
//!
//! The patterns of Logstash come from the crate `grok`; this module puts an expression together, and
//! `matcher` runs it in bounded time.

mod ascii_expression;
mod expand;
mod linearize;
mod lookaround_check;
mod matcher;
mod parts;

use vrlet_function::prelude::*;

pub(super) use expand::{Expanded, Patterns};
pub(super) use matcher::{Flags, Matcher};
pub(super) use parts::ends_of_parts;

/// What a group of an expression is for.
pub(super) trait Field: Clone + From<Key> {
    /// Its name, where a pattern of Logstash or the expression itself gives one.
    fn name(&self) -> Option<&Key>;

    /// The same field, whose text is to become a value of another kind: `int` in `%{NUMBER:bytes:int}`.
    #[must_use]
    fn of_kind(self, kind: &str) -> Self;
}

/// The fields of a pattern, where nobody asks for what they are.
#[cfg(test)]
impl Field for Key {
    fn name(&self) -> Option<&Key> {
        Some(self)
    }

    fn of_kind(self, _: &str) -> Self {
        self
    }
}
