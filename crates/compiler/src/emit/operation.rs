//! Bytecode of operators: a chain of one precedence is folded from the left, lazy ones are jumps.

use vrlet_diagnostic::Span;
use vrlet_parser::ast::Operator;
use vrlet_value::Root;
use vrlet_vm::{Op, Reg};

use super::{Dest, Emitter, liveness};
use crate::tree::{Expr, Node, Place};

impl Emitter {
    pub(super) fn operation(&mut self, first: Expr, rest: Vec<(Operator, Span, Expr)>, dest: Dest) {
        let to = self.target(dest);
        let changed_later = rest.iter().any(|(_, _, operand)| changes(operand, &first));
        let is_strict = rest.first().is_some_and(|(operator, _, _)| !is_lazy(*operator));
        if !is_strict {
            return self.lazy_chain(first, rest, to);
        }
        let mut left = if changed_later { self.value(first) } else { self.taken(first) };
        for (operator, span, operand) in rest {
            let free = self.next;
            let right = self.operand(operand);
            self.strict(operator, [to, left, right], span);
            self.next = free;
            left = to;
        }
    }

    /// Operators that may leave their right side out: `??`, `||`, `&&`.
    fn lazy_chain(&mut self, first: Expr, rest: Vec<(Operator, Span, Expr)>, to: Reg) {
        // `??` has a level of its own, so a chain has either nothing else or none of it.
        if rest.iter().all(|(operator, _, _)| *operator == Operator::Coalesce) {
            return self.coalesce(first, rest, to);
        }
        let left = first.span;
        self.expr(first, Dest::Value(to));
        for (operator, span, operand) in rest {
            let decision = self.decision();
            match operator {
                Operator::Or => {
                    let end = self.jump(Op::JumpIfTruthy { value: to, target: 0 }, span);
                    let before = std::mem::replace(&mut self.after_or, true);
                    self.probe_branch(decision, "`||`: the right side runs", operand.span);
                    self.expr(operand, Dest::Value(to));
                    self.after_or = before;
                    self.patch_jump_to_branch(end, decision, "`||`: the left side holds", left);
                }
                _ => {
                    let end = self.jump(Op::JumpUnlessTrue { value: to, target: 0 }, span);
                    let free = self.next;
                    self.probe_branch(decision, "`&&`: the right side runs", operand.span);
                    let right = self.value(operand);
                    self.write(Op::And { to, left: to, right }, span);
                    self.next = free;
                    self.patch_jump_to_branch(
                        end,
                        decision,
                        "`&&`: the left side does not hold",
                        left,
                    );
                }
            }
        }
    }

    fn coalesce(&mut self, first: Expr, rest: Vec<(Operator, Span, Expr)>, to: Reg) {
        let mut ends = Vec::with_capacity(rest.len());
        let mut side = first;
        for (_, span, next) in rest {
            let tried = std::mem::replace(&mut side, next);
            let (left, decision) = (tried.span, self.decision());
            let handler = self.with_handler(None, |emitter| emitter.expr(tried, Dest::Value(to)));
            self.probe_branch(decision, "`??`: the left side succeeds", left);
            ends.push(self.jump(Op::Jump { target: 0 }, span));
            self.patch_handler(handler);
            self.probe_branch(decision, "`??`: the left side fails", side.span);
        }
        self.expr(side, Dest::Value(to));
        ends.into_iter().for_each(|end| self.patch_jump(end));
    }

    fn strict(&mut self, operator: Operator, [to, left, right]: [Reg; 3], span: Span) {
        let op = match operator {
            Operator::Equal => Op::Equal { to, left, right },
            Operator::NotEqual => Op::NotEqual { to, left, right },
            Operator::Less => Op::Less { to, left, right },
            Operator::LessOrEqual => Op::LessOrEqual { to, left, right },
            Operator::Greater => Op::Greater { to, left, right },
            Operator::GreaterOrEqual => Op::GreaterOrEqual { to, left, right },
            Operator::Merge => Op::Merge { to, left, right, cache: self.merge_cache() },
            Operator::Add => Op::Add { to, left, right },
            Operator::Subtract => Op::Subtract { to, left, right },
            Operator::Multiply => Op::Multiply { to, left, right },
            Operator::Divide => Op::Divide { to, left, right },
            Operator::Coalesce | Operator::Or | Operator::And => {
                unreachable!("lazy operators are jumps")
            }
        };
        self.write(op, span);
    }
}

fn is_lazy(operator: Operator) -> bool {
    matches!(operator, Operator::Coalesce | Operator::Or | Operator::And)
}

/// Whether an operand may write the variable that the first one reads, or move its value out.
fn changes(operand: &Expr, first: &Expr) -> bool {
    match &first.node {
        Node::Get(Place { root: Root::Variable(variable), path }) if path.is_empty() => {
            liveness::may_assign(operand) || liveness::may_move(operand, *variable)
        }
        _ => false,
    }
}
