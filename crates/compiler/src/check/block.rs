//! Blocks: the scope of new variables ends with them; changes to everything else stay.

use vrlet_function::TypeDef;
use vrlet_parser::ast;
use vrlet_value::{Kind, KindSet};

use super::{Checker, TypedExpr};
use crate::error;
use crate::tree::{Expr, Node};

impl Checker<'_> {
    pub(super) fn block(&mut self, block: &ast::Block) -> Option<TypedExpr> {
        let (exprs, type_def) = self.block_exprs(block)?;
        Some(TypedExpr::new(Node::Block(exprs), block.span, type_def))
    }

    /// The expressions of a block and what is known of its value. A failure that is dropped on the way
    /// makes the block fallible all the same.
    pub(super) fn block_exprs(&mut self, block: &ast::Block) -> Option<(Vec<Expr>, TypeDef)> {
        let scopes = self.scope.depth();
        self.scope.open();
        let checked = self.sequence(&block.exprs)?;
        self.scope.close(scopes);
        Some(checked)
    }

    /// Expressions one after the other, in the scope around them. What follows an `abort` does not
    /// make them fallible.
    pub(super) fn sequence(&mut self, exprs: &[ast::Expr]) -> Option<(Vec<Expr>, TypeDef)> {
        let mut fallible = false;
        let mut kind = Kind::null();
        let mut reachable = true;
        let mut checked = Vec::with_capacity(exprs.len());
        for expr in exprs {
            let typed = self.expr(expr)?;
            fallible |= typed.fallible() && reachable;
            reachable &= !typed.kind().is_never();
            kind = typed.kind().clone();
            checked.push(typed.expr);
        }
        Some((checked, TypeDef::new(kind).fallible_if(fallible)))
    }

    /// The condition of an `if`, with all its expressions.
    pub(super) fn predicate(&mut self, predicate: &ast::Predicate) -> Option<Vec<Expr>> {
        let mark = self.pending.mark();
        let Some((exprs, type_def)) = self.sequence(&predicate.exprs) else {
            self.pending.consume(mark);
            return None;
        };
        if type_def.fallible || self.pending.is_beyond(mark) {
            let (source, last) = (self.source(), predicate.exprs.last());
            let alone = last.map(|last| last.span);
            self.errors.extend(self.pending.report(mark, source, alone, false).take(1));
            return None;
        }
        if !type_def.kind.is(KindSet::BOOLEAN) {
            return self.fail(error::predicate_not_boolean(
                self.source(),
                predicate,
                &type_def.kind,
            ));
        }
        if let Some(decisive) = exprs.last() {
            self.warn_if_stale(decisive, |kind| kind.is(KindSet::BOOLEAN));
        }
        Some(exprs)
    }
}
