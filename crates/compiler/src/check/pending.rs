//! Unhandled failures: every fallible expression is noted here until something around it handles it.
//!
//! Every expression that can fail stands here until something around it consumes the failure: `??`,
//! `ok, err =`, an operator whose result can't fail, an assignment that refuses it. What is left at the
//! end of a root expression is reported.

use vrlet_diagnostic::{Diagnostic, Span};

use crate::error;
use crate::failure::{Cause, Failure};

/// Failures in the order in which they were met.
#[derive(Default, Debug)]
pub(super) struct Pending(Vec<Failure>);

impl Pending {
    /// A mark, to tell what came later.
    pub fn mark(&self) -> usize {
        self.0.len()
    }

    /// The first failure that came after a mark; all of them are forgotten.
    pub fn take(&mut self, mark: usize) -> Option<Failure> {
        self.0.drain(mark.min(self.0.len())..).next()
    }

    /// Adds a failure.
    pub fn push(&mut self, failure: Failure) {
        self.0.push(failure);
    }

    /// Brings what came after a mark into the order of the source.
    pub fn sort(&mut self, mark: usize) {
        self.0[mark..].sort_by_key(Failure::span);
    }

    /// Forgets what came after a mark: it is handled, or reported another way.
    pub fn consume(&mut self, mark: usize) {
        self.0.truncate(mark);
    }

    /// Notes an expression that can fail, unless a part of it stands here already.
    pub fn note(&mut self, mark: usize, span: Span, cause: impl FnOnce() -> Cause) {
        if !self.is_beyond(mark) {
            self.push(Failure::Expression(span, cause()));
        }
    }

    /// Whether anything came after a mark. Failures after an `abort` can: the block around them counts
    /// as infallible, but VRL wants them handled all the same.
    pub fn is_beyond(&self, mark: usize) -> bool {
        self.0.len() > mark
    }

    /// The diagnostics of all that came after a mark.
    pub fn report(&mut self, mark: usize) -> impl Iterator<Item = Diagnostic> {
        self.0.drain(mark.min(self.0.len())..).map(|failure| match failure {
            Failure::Expression(span, cause) => error::unhandled_failure(span, &cause),
            Failure::Argument(diagnostic) => *diagnostic,
        })
    }
}
