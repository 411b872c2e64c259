//! Bytecode of control flow: `if`, `abort` and `return`.

use vrlet_diagnostic::Span;
use vrlet_value::Value;
use vrlet_vm::Op;

use super::{Dest, Emitter};
use crate::tree::{Expr, If};

/// The text of an `abort` without a message where it becomes an ordinary failure.
const ABORTED: &str = "aborted";

impl Emitter {
    pub(super) fn choice(&mut self, choice: If, dest: Dest, span: Span) {
        let mut ends = Vec::new();
        let decision = self.decision();
        for (predicate, block) in choice.branches {
            let condition = self.temporary();
            let place = predicate.last().map_or(span, |last| last.span);
            self.sequence(predicate, Dest::Value(condition), place);
            let otherwise = self.jump(Op::JumpIfFalse { condition, target: 0 }, place);
            self.probe_branch(decision, "`if`: the condition holds", place);
            self.sequence(block, dest, span);
            ends.push(self.jump(Op::Jump { target: 0 }, span));
            self.patch_jump(otherwise);
        }
        match choice.otherwise {
            Some(block) => {
                let place = block.first().map_or(span, |first| first.span);
                self.probe_branch(decision, "`else`", place);
                self.sequence(block, dest, span);
            }
            None => {
                self.probe_branch(decision, "`if`: no condition holds", span);
                self.null(dest, span);
            }
        }
        ends.into_iter().for_each(|end| self.patch_jump(end));
    }

    pub(super) fn abort(&mut self, message: Option<Expr>, span: Span) {
        match message {
            Some(message) => {
                let message = self.operand(message);
                let abort = if self.after_or {
                    Op::AbortFails { message }
                } else {
                    Op::AbortWith { message }
                };
                self.write(abort, span);
            }
            None if self.after_or => {
                let message = self.temporary();
                self.constant(Value::from_static(ABORTED), message, span);
                self.write(Op::AbortFails { message }, span);
            }
            None => self.write(Op::Abort, span),
        }
    }

    pub(super) fn leave(&mut self, value: Expr, span: Span) {
        let value = self.operand(value);
        let leave =
            if self.in_argument || self.after_or { Op::ReturnFails } else { Op::Return { value } };
        self.write(leave, span);
    }
}
