//! Grok: regular expressions put together from named ones, as Logstash has them.
//!
//! The patterns of Logstash come from the crate `grok`; this module puts an expression together, and
//! `matcher` runs it in bounded time.

mod expand;
mod matcher;
mod relax;

pub(super) use expand::{Expanded, Patterns};
pub(super) use matcher::Matcher;
