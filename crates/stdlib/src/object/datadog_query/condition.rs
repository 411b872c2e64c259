//! Conditions on one value: equality, wildcards, comparisons, ranges.

use std::borrow::Cow;
use std::cmp::Ordering;

use regex::escape;
use vrlet_function::prelude::*;

use crate::forked_regex::ForkedRegex;

/// What a value must be.
#[derive(Clone)]
pub(super) enum Condition {
    /// Anything.
    Exists,
    /// This text.
    Equals(String),
    /// A text that an expression matches.
    Matches(ForkedRegex),
    /// On this side of a bound.
    Compares(Comparison, Bound),
    /// Between two bounds.
    Lies(Edge, Edge),
}

/// How a value compares with a bound.
#[derive(Clone, Copy)]
pub(super) enum Comparison {
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

/// An end of a range, if it has one there.
pub(super) type Edge = Option<(Comparison, Bound)>;

/// What a value is compared with.
#[derive(Clone)]
pub(super) struct Bound {
    text: String,
    /// The number that it is.
    number: Option<Value>,
}

impl Bound {
    /// The bound that a text says.
    pub(super) fn new(text: String) -> Self {
        let number = match text.parse::<i64>() {
            Ok(number) => Some(Value::Integer(number)),
            Err(_) => text.parse::<f64>().ok().filter(|it| it.is_finite()).and_then(Value::float),
        };
        Self { text, number }
    }
}

impl Comparison {
    fn admits(self, order: Ordering) -> bool {
        match self {
            Self::Less => order.is_lt(),
            Self::LessOrEqual => order.is_le(),
            Self::Greater => order.is_gt(),
            Self::GreaterOrEqual => order.is_ge(),
        }
    }

    /// Whether a value stands so to a bound: numbers by size where `numbers` says so, all else as text.
    fn holds(self, value: &Value, bound: &Bound, numbers: bool) -> bool {
        let by_size = match &bound.number {
            Some(number) if numbers => order(value, number),
            _ => None,
        };
        self.admits(by_size.unwrap_or_else(|| text(value).as_ref().cmp(bound.text.as_str())))
    }
}

impl Condition {
    /// The whole text must be the parts with anything between them.
    pub(super) fn whole(parts: &[String]) -> Option<Self> {
        Self::expression(r"\A", parts.iter().map(String::as_str), r"\z")
    }

    /// The words must stand somewhere in the text, with the ends of words around them; a `*` among them
    /// is anything, in quotes and after a backslash too.
    pub(super) fn words(words: &str) -> Option<Self> {
        Self::expression(r"\b", words.split('*'), r"\b")
    }

    fn expression<'p>(
        before: &str,
        parts: impl Iterator<Item = &'p str>,
        after: &str,
    ) -> Option<Self> {
        let parts: Vec<_> = parts.map(escape).collect();
        let regex = Regex::new(&format!("{before}{}{after}", parts.join(".*"))).ok()?;
        Some(Self::Matches(ForkedRegex::new(&regex)))
    }

    /// Whether a value meets the condition; `numbers` are compared by size, or as text.
    pub(super) fn holds(&self, value: &Value, numbers: bool) -> bool {
        match self {
            Self::Exists => true,
            Self::Equals(wanted) => text(value) == wanted.as_str(),
            Self::Matches(regex) => regex.is_match(&text(value)),
            Self::Compares(comparison, bound) => comparison.holds(value, bound, numbers),
            Self::Lies(from, to) => [from, to]
                .into_iter()
                .flatten()
                .all(|(comparison, bound)| comparison.holds(value, bound, numbers)),
        }
    }
}

/// The order of two numbers.
#[expect(clippy::cast_precision_loss, reason = "an integer and a float are compared as floats")]
fn order(left: &Value, right: &Value) -> Option<Ordering> {
    match (left, right) {
        (Value::Integer(left), Value::Integer(right)) => Some(left.cmp(right)),
        (Value::Integer(left), Value::Float(right)) => (*left as f64).partial_cmp(right),
        (Value::Float(left), Value::Integer(right)) => {
            left.into_inner().partial_cmp(&(*right as f64))
        }
        (Value::Float(left), Value::Float(right)) => Some(left.cmp(right)),
        _ => None,
    }
}

/// The text that a value is for a query.
fn text(value: &Value) -> Cow<'_, str> {
    match value {
        Value::Bytes(text) => text.to_str(),
        other => other.to_string().into(),
    }
}
