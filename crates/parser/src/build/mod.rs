//! Builds the syntax tree from the pairs that the grammar matched, one file for each part of the grammar.

mod call;
mod container;
mod expression;
mod literal;
mod operation;
mod path;

use pest::iterators::Pair;
use vrlet_diagnostic::{Diagnostic, Span};

use crate::ast::{Expr, Name};
use crate::error;
use crate::grammar::Rule;
use crate::limits::MAX_DEPTH;

/// A node, or why the text means none although the grammar found no fault.
type Built<T> = Result<T, Box<Diagnostic>>;

/// Builds the tree of one root expression.
pub(crate) struct Builder {
    /// Where the text begins that the grammar was given.
    base: usize,
    /// How many nodes enclose the one being built.
    depth: usize,
}

impl Builder {
    /// A builder for what was found from `base` on.
    pub(crate) fn new(base: usize) -> Self {
        Self { base, depth: 0 }
    }

    /// Builds the expression of a `root`.
    pub(crate) fn root(&mut self, root: Pair<'_, Rule>) -> Built<Expr> {
        self.chain(single_child(root).into_inner())
    }

    /// Where a pair stands in the source.
    fn span(&self, pair: &Pair<'_, Rule>) -> Span {
        let span = pair.as_span();
        Span::new(self.base + span.start(), self.base + span.end())
    }

    /// A word with its place.
    fn name(&self, pair: &Pair<'_, Rule>) -> Name {
        Name { span: self.span(pair), text: pair.as_str().to_owned() }
    }

    /// Goes `levels` down; the tree must not become so deep that walking it fills the stack.
    fn descend(&mut self, levels: usize, at: Span) -> Built<()> {
        self.depth += levels;
        if self.depth > MAX_DEPTH { Err(Box::new(error::too_deep(at))) } else { Ok(()) }
    }
}

/// The one pair inside of a pair that always has one.
fn single_child(pair: Pair<'_, Rule>) -> Pair<'_, Rule> {
    match pair.into_inner().next() {
        Some(inner) => inner,
        None => unreachable!("checked: the grammar puts a pair there"),
    }
}
