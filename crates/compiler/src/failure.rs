//! Reasons why an expression can fail, as the error messages name them.

use vrlet_diagnostic::{Diagnostic, Span};
use vrlet_value::KindSet;

use crate::error::{Operands, default_of};

/// What may fail.
#[derive(Debug)]
pub(crate) struct Failure {
    /// The expression.
    pub span: Span,
    /// What it gives otherwise.
    pub kinds: KindSet,
    /// Why it may fail.
    pub cause: Cause,
}

/// Why an expression may fail.
#[derive(Debug)]
pub(crate) enum Cause {
    /// It is a call of the function whose name stands here.
    Call(Span),
    /// It is a call that is given what may be of the wrong kind.
    Argument {
        /// The name of the function.
        call: Span,
        /// What there is to say of the argument.
        why: Box<Diagnostic>,
        /// Whether a call whose arguments fit fails too.
        fails: bool,
    },
    /// It divides a number by another one, which stands here.
    Divisor(Span),
    /// Its operands may be of kinds that don't go together.
    Operands(Box<Operands>),
    /// It is a text with a variable in it that may be of these kinds.
    Template {
        /// The braces and the name in them.
        name: Span,
        /// What the variable may be.
        kinds: KindSet,
    },
    /// Its parts can fail, in a way that stands nowhere else.
    Parts,
}

impl Failure {
    /// A value that can stand in where it fails.
    pub fn default(&self) -> &'static str {
        match &self.cause {
            Cause::Operands(operands) if operands.repeat_text() => "\"\"",
            Cause::Operands(_)
            | Cause::Call(_)
            | Cause::Argument { .. }
            | Cause::Divisor(_)
            | Cause::Template { .. }
            | Cause::Parts => default_of(self.kinds),
        }
    }
}
