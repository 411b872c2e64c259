//! Searches in the syntax of Datadog's log explorer: `service:web* AND @http.status:>=500 -debug`.
//!
//! `parse` reads a query, `value` what a field is asked for, on top of `cursor` and `lexer`; `field` says
//! what the name of a field stands for, `condition` what its value must be. A query is read once, then
//! asked about each event.

mod condition;
mod cursor;
mod field;
mod lexer;
mod parse;
mod value;

use vrlet_function::prelude::*;

use field::Test;

/// A query.
#[derive(Clone)]
pub(super) enum Query {
    /// Every event.
    All,
    /// What the query inside does not match.
    Not(Box<Query>),
    /// What all of them match.
    Both(Vec<Query>),
    /// What one of them matches.
    Either(Vec<Query>),
    /// A condition on a field.
    Test(Test),
}

impl Query {
    /// Whether the query matches an event.
    pub(super) fn matches(&self, event: &Object) -> bool {
        match self {
            Self::All => true,
            Self::Not(query) => !query.matches(event),
            Self::Both(queries) => queries.iter().all(|query| query.matches(event)),
            Self::Either(queries) => queries.iter().any(|query| query.matches(event)),
            Self::Test(test) => test.holds(event),
        }
    }
}
