//! Unhandled failures: every fallible expression is noted here until something around it handles it.
//!
//! Every expression that can fail stands here until something around it consumes the failure: `??`,
//! `ok, err =`, an operator whose result can't fail, an assignment that refuses it. What is left at the
//! end of a root expression is reported.

use vrlet_diagnostic::{Diagnostic, Span};
use vrlet_value::KindSet;

use crate::error::{self, Position, Source};
use crate::failure::Failure;

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
        self.0[mark..].sort_by_key(|failure| failure.span);
    }

    /// Forgets what came after a mark: it is handled, or reported another way.
    pub fn consume(&mut self, mark: usize) {
        self.0.truncate(mark);
    }

    /// Notes an expression that can fail, unless a part of it stands here already.
    pub fn note(&mut self, mark: usize, failure: impl FnOnce() -> Failure) {
        if !self.is_beyond(mark) {
            self.push(failure());
        }
    }

    /// What came after a mark and stands at the root of a path is handled where the whole path stands.
    pub fn widen(&mut self, mark: usize, root: Span, path: Span, kinds: KindSet) {
        for failure in self.0.iter_mut().skip(mark).filter(|failure| failure.span == root) {
            (failure.span, failure.kinds) = (path, kinds);
        }
    }

    /// Whether anything came after a mark. Failures after an `abort` can: the block around them counts
    /// as infallible, but VRL wants them handled all the same.
    pub fn is_beyond(&self, mark: usize) -> bool {
        self.0.len() > mark
    }

    /// The diagnostics of all that came after a mark; `alone` is an expression that an operator can follow.
    pub fn report<'s>(
        &mut self,
        mark: usize,
        source: Source<'s>,
        alone: Option<Span>,
        is_statement: bool,
    ) -> impl Iterator<Item = Diagnostic> + use<'_, 's> {
        self.0.drain(mark.min(self.0.len())..).map(move |failure| {
            let is_alone = alone == Some(failure.span);
            let position = if is_alone { Position::Alone } else { Position::Inside };
            error::unhandled_failure(source, failure, position, is_alone && is_statement)
        })
    }
}
