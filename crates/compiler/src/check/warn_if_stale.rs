//! Warnings where a program relies on a kind that may be stale.

use vrlet_parser::ast::Operator;
use vrlet_value::Kind;

use super::operation::{Operands, always_has_value};
use super::{Checker, TypedExpr};
use crate::tree::{Expr, Node};
use crate::warning;

impl Checker<'_> {
    /// Warns where the kind of an expression was good enough for `fits`, and the one that may be there
    /// by now is not.
    pub(super) fn warn_if_stale(&mut self, expr: &Expr, fits: impl Fn(&Kind) -> bool) {
        let Node::Get(place) = &expr.node else { return };
        let Ok(root) = place.root.as_ref().writable() else { return };
        let root = root.map(|id| *id, |never| never);
        let Some(stale) = self.state.stale_kind(root, &place.path) else { return };
        let known = &expr.type_def.kind;
        if fits(known) && !fits(&stale.kind) {
            self.warnings.push(warning::stale_kind(expr.span, known, &stale.kind, stale.cause));
        }
    }

    /// The same for the operands of an operator.
    pub(super) fn warn_if_operands_stale(
        &mut self,
        left: &Operands,
        operator: Operator,
        right: &TypedExpr,
    ) {
        let of_right = right.kind();
        if let Some(expr) = left.single() {
            self.warn_if_stale(expr, |kind| always_has_value(operator, kind, of_right));
        }
        let of_left = &left.type_def.kind;
        self.warn_if_stale(&right.expr, |kind| always_has_value(operator, of_left, kind));
    }
}
