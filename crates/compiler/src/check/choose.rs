//! `if`: every branch starts from the same knowledge, and what they make of it is united.
//!
//! A chain of `else if` is a list, not a nest. Where a later condition itself changes something, the
//! branches after it start from there: they form a group of their own, whose union is one alternative
//! of the group before.

use vrlet_diagnostic::Span;
use vrlet_function::TypeDef;
use vrlet_parser::ast;
use vrlet_value::Kind;

use super::{Changes, Checker, TypedExpr};
use crate::tree::{Expr, If, Node};

impl Checker<'_> {
    pub(super) fn choice(&mut self, choice: &ast::If, span: Span) -> Option<TypedExpr> {
        let scopes = self.scope.depth();
        let mut groups = vec![Vec::new()];
        let mut branches = Vec::with_capacity(choice.branches.len());
        let mut type_def = TypeDef::new(Kind::never());
        for (index, branch) in choice.branches.iter().enumerate() {
            let predicate = if index == 0 {
                self.predicate(&branch.predicate)?
            } else {
                self.later_predicate(&branch.predicate, &mut groups)?
            };
            branches
                .push((predicate, self.alternative(&branch.block, &mut groups, &mut type_def)?));
        }
        let otherwise = match &choice.otherwise {
            Some(block) => Some(self.alternative(block, &mut groups, &mut type_def)?),
            None => {
                type_def.kind = type_def.kind.union(&Kind::null());
                note(&mut groups, Changes::default());
                None
            }
        };
        self.join(groups);
        self.scope.close(scopes);
        Some(TypedExpr::new(Node::If(If { branches, otherwise }), span, type_def))
    }

    /// A condition that is tried only after others did not hold. What it binds is visible up to the end
    /// of the chain.
    fn later_predicate(
        &mut self,
        predicate: &ast::Predicate,
        groups: &mut Vec<Vec<Changes>>,
    ) -> Option<Vec<Expr>> {
        self.state.open();
        self.scope.open();
        let exprs = self.predicate(predicate)?;
        if self.state.is_untouched() {
            self.state.roll_back();
        } else {
            groups.push(Vec::new());
        }
        Some(exprs)
    }

    fn alternative(
        &mut self,
        block: &ast::Block,
        groups: &mut [Vec<Changes>],
        type_def: &mut TypeDef,
    ) -> Option<Vec<Expr>> {
        self.state.open();
        let (exprs, of_block) = self.block_exprs(block)?;
        note(groups, self.state.roll_back());
        type_def.kind = type_def.kind.union(&of_block.kind);
        type_def.fallible |= of_block.fallible;
        Some(exprs)
    }

    /// Unites the groups from the innermost out.
    fn join(&mut self, mut groups: Vec<Vec<Changes>>) {
        while let Some(group) = groups.pop() {
            self.state.join(group);
            if let Some(outer) = groups.last_mut() {
                outer.push(self.state.roll_back());
            }
        }
    }
}

fn note(groups: &mut [Vec<Changes>], changes: Changes) {
    if let Some(group) = groups.last_mut() {
        group.push(changes);
    }
}
