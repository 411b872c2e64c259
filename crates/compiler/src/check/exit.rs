//! Type rules of `abort`, `return` and `break`: expressions of kind never.

use vrlet_diagnostic::Span;
use vrlet_function::TypeDef;
use vrlet_parser::ast;
use vrlet_value::{Kind, KindSet};

use super::{Checker, TypedExpr};
use crate::tree::Node;
use crate::{error, warning};

impl Checker<'_> {
    pub(super) fn abort(&mut self, message: Option<&ast::Expr>, span: Span) -> Option<TypedExpr> {
        let mark = self.pending.mark();
        let checked = match message {
            None => None,
            Some(message) => {
                let typed = self.leaving(message)?;
                self.pending.consume(mark);
                if typed.fallible() {
                    return self.fail(error::fallible_abort(self.source(), message));
                }
                if !typed.kind().is(KindSet::BYTES) {
                    return self.fail(error::abort_message_not_string(
                        self.source(),
                        message,
                        typed.kind(),
                    ));
                }
                self.warn_if_stale(&typed.expr, |kind| kind.is(KindSet::BYTES));
                Some(Box::new(typed.expr))
            }
        };
        Some(TypedExpr::new(Node::Abort(checked), span, TypeDef::new(Kind::never())))
    }

    pub(super) fn return_(
        &mut self,
        keyword: Span,
        value: &ast::Expr,
        span: Span,
    ) -> Option<TypedExpr> {
        let mark = self.pending.mark();
        let typed = self.leaving(value)?;
        self.pending.consume(mark);
        if typed.fallible() {
            return self.fail(error::fallible_return(
                self.source(),
                keyword,
                value,
                typed.kind().set(),
            ));
        }
        let returned = match self.closures.last_mut() {
            Some(closure) => {
                if closure.return_fails {
                    self.warnings.push(warning::return_in_closure(keyword, closure.breaks));
                }
                &mut closure.returned
            }
            None => &mut self.returned,
        };
        *returned = returned.union(&typed.kind().clone().stored());
        Some(TypedExpr::new(Node::Return(Box::new(typed.expr)), span, TypeDef::new(Kind::never())))
    }

    /// The operand of a way out. What it assigns is not noted: nothing after it runs.
    fn leaving(&mut self, operand: &ast::Expr) -> Option<TypedExpr> {
        self.state.open();
        let typed = self.expr(operand)?;
        self.state.roll_back();
        Some(typed)
    }

    pub(super) fn break_(&mut self, span: Span) -> Option<TypedExpr> {
        if !self.closures.last().is_some_and(|closure| closure.breaks) {
            return self.fail(error::break_outside_loop(span));
        }
        Some(TypedExpr::new(Node::Break, span, TypeDef::new(Kind::never())))
    }
}
