//! Bytecode of sequences: blocks, conditions, the program itself.

use vrlet_diagnostic::Span;

use super::{Dest, Emitter, removal};
use crate::tree::Expr;

impl Emitter {
    /// Expressions one after the other; the last gives the value.
    pub(super) fn sequence(&mut self, exprs: Vec<Expr>, dest: Dest, span: Span) {
        if exprs.is_empty() {
            self.null(dest, span);
        }
        let mut exprs = exprs.into_iter().peekable();
        while let Some(expr) = exprs.next() {
            let removal = exprs.next_if(|next| removal::goes_before(next, &expr));
            let dest = if exprs.peek().is_some() { Dest::Nothing } else { dest };
            self.probe_statement(expr.span);
            match removal {
                Some(removal) => self.merge_without(expr, removal, dest),
                None => self.expr(expr, dest),
            }
        }
    }
}
