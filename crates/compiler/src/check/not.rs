//! Type rule of `!`: its operand must be a boolean.

use vrlet_diagnostic::Span;
use vrlet_function::TypeDef;
use vrlet_parser::ast;
use vrlet_value::KindSet;

use super::{Checker, TypedExpr};
use crate::error;
use crate::tree::Node;

impl Checker<'_> {
    pub(super) fn not(
        &mut self,
        operator: Span,
        operand: &ast::Expr,
        span: Span,
    ) -> Option<TypedExpr> {
        let typed = self.expr(operand)?;
        if !typed.kind().is(KindSet::BOOLEAN) {
            return self.fail(error::not_of_non_boolean(
                self.source(),
                operator,
                operand,
                typed.kind(),
            ));
        }
        self.warn_if_stale(&typed.expr, |kind| kind.is(KindSet::BOOLEAN));
        let type_def = TypeDef::boolean().fallible_if(typed.fallible());
        Some(TypedExpr::new(Node::Not(Box::new(typed.expr)), span, type_def))
    }
}
