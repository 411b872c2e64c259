//! Grok: regular expressions put together from named ones, as Logstash has them.
//!
//! The patterns of Logstash come from the crate `grok`; this module puts an expression together, and
//! `matcher` runs it in bounded time.

mod ascii_expression;
mod expand;
mod linearize;
mod lookaround_check;
mod matcher;

use vrlet_function::prelude::*;

pub(super) use expand::{Expanded, Patterns};
pub(super) use matcher::{Flags, Matcher};

/// What a group of an expression is for.
pub(super) trait Field: Clone + From<Key> {
    /// Its name, where a pattern of Logstash or the expression itself gives one.
    fn name(&self) -> Option<&Key>;
}

impl Field for Key {
    fn name(&self) -> Option<&Key> {
        Some(self)
    }
}
