//! Reasons why an expression can fail, as the error messages name them.

use vrlet_diagnostic::{Diagnostic, Span};
use vrlet_parser::ast::Name;

use crate::error::Operands;

/// What may fail.
#[derive(Debug)]
pub(crate) enum Failure {
    /// An expression.
    Expression(Span, Cause),
    /// An argument that may be of the wrong kind; the diagnostic is made where all is at hand.
    Argument(Box<Diagnostic>),
}

impl Failure {
    /// Where it stands.
    pub fn span(&self) -> Option<Span> {
        match self {
            Self::Expression(span, _) => Some(*span),
            Self::Argument(diagnostic) => diagnostic.span(),
        }
    }
}

/// Why an expression may fail.
#[derive(Clone, Debug)]
pub(crate) enum Cause {
    /// It is a call of this function.
    Call(Name),
    /// It divides a number by another one, which stands here.
    Divisor(Span),
    /// Its operands may be of kinds that don't go together.
    Operands(Box<Operands>),
    /// Its parts can fail, in a way that stands nowhere else.
    Parts,
}
