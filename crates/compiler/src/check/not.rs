//! `!`: its operand is a boolean by kind.

use vrlet_diagnostic::Span;
use vrlet_function::TypeDef;
use vrlet_parser::ast;
use vrlet_value::KindSet;

use super::{Checker, Term};
use crate::error;
use crate::tree::Node;

impl Checker<'_> {
    pub(super) fn not(&mut self, operator: Span, operand: &ast::Expr, span: Span) -> Option<Term> {
        let term = self.expr(operand)?;
        if !term.kind().is(KindSet::BOOLEAN) {
            return self.fail(error::not_of_non_boolean(operator, operand, term.kind()));
        }
        self.trust(&term.expr, |kind| kind.is(KindSet::BOOLEAN));
        let type_def = TypeDef::boolean().fallible_if(term.fallible());
        Some(Term::new(Node::Not(Box::new(term.expr)), span, type_def))
    }
}
