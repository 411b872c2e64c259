//! Datadog's grok rules: `%{matcher("argument"):field.path:filter(argument)}`.
//!
//! `placeholder` takes a `%{…}` apart, `rule` puts the expression of a rule together from `matchers`,
//! aliases and the patterns of Logstash, and runs it; what a group has matched goes through `filter` and
//! is put where it belongs by `fields`. Everything is made once for a call; running it takes a text.

mod aliases;
mod date;
mod date_format;
mod fields;
mod filter;
mod key_value;
mod list;
mod matchers;
mod number;
mod placeholder;
mod rule;
mod zone;

pub(super) use aliases::Aliases;
pub(super) use rule::Rule;
