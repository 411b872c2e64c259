//! Bytecode of expressions: which construct is written by whom, and into which register.

use vrlet_value::Root;
use vrlet_vm::{Op, Reg};

use super::{Dest, Emitter, register, row};
use crate::tree::{Expr, Node, Place};

impl Emitter {
    /// Writes an expression, its value into the destination register.
    pub(super) fn expr(&mut self, expr: Expr, dest: Dest) {
        let span = expr.span;
        let free = self.next;
        match expr.node {
            Node::Constant(value) => {
                if let Dest::Value(to) = dest {
                    self.constant(value, to, span);
                }
            }
            Node::Array(exprs) => {
                let first = self.next;
                let count = self.row_of(exprs);
                if let Dest::Value(to) = dest {
                    self.write(Op::Array { to, first, count }, span);
                }
            }
            Node::Object(fields) => {
                let first = self.next;
                let (keys, values): (Vec<_>, Vec<_>) = fields.into_iter().unzip();
                self.row_of(values);
                if let Dest::Value(to) = dest {
                    let shape = row(&mut self.program.shapes, keys.into());
                    self.write(Op::Object { to, first, shape }, span);
                }
            }
            Node::Block(exprs) => self.sequence(exprs, dest, span),
            Node::If(choice) => self.choice(choice, dest, span),
            Node::Operation { first, rest } => self.operation(*first, rest, dest),
            Node::Not(operand) => {
                let from = self.operand(*operand);
                let to = self.target(dest);
                self.write(Op::Not { to, from }, span);
            }
            Node::Assign(assign) => self.assign(*assign, dest, span),
            Node::Get(place) => self.get(place, dest, span),
            Node::Call(call) => self.call(*call, dest),
            Node::Abort(message) => self.abort(message.map(|message| *message), span),
            Node::Return(value) => self.leave(*value, span),
            Node::Break => self.write(Op::Break, span),
        }
        self.next = free;
    }

    /// The destination register, or one whose value nobody reads.
    pub(super) fn target(&mut self, dest: Dest) -> Reg {
        match dest {
            Dest::Value(to) => to,
            Dest::Nothing => self.temporary(),
        }
    }

    /// Writes an expression into a fresh temporary register.
    pub(super) fn value(&mut self, expr: Expr) -> Reg {
        let to = self.temporary();
        self.expr(expr, Dest::Value(to));
        to
    }

    /// Writes an expression for one reader: a variable is read where it is.
    ///
    /// Only for operands that are read before anything else can write the variable.
    pub(super) fn operand(&mut self, expr: Expr) -> Reg {
        if let Node::Get(place) = &expr.node
            && let Root::Variable(variable) = place.root
            && place.path.is_empty()
        {
            self.liveness.is_last(variable);
            return register(variable);
        }
        self.value(expr)
    }

    /// Writes an expression for a reader that takes the value apart: a variable whose value dies here
    /// is moved out, so that the reader works in place.
    pub(super) fn taken(&mut self, expr: Expr) -> Reg {
        let dies = |place: &Place| match place.root {
            Root::Variable(variable) => {
                self.overwritten == Some(variable) || self.liveness.dies_next(variable)
            }
            Root::Event | Root::Metadata | Root::Expression(_) => false,
        };
        match &expr.node {
            Node::Get(place) if place.path.is_empty() && dies(place) => self.value(expr),
            _ => self.operand(expr),
        }
    }

    /// Writes expressions into neighbouring registers, the first of which is the next free one.
    pub(super) fn row_of(&mut self, exprs: Vec<Expr>) -> u32 {
        let count = u32::try_from(exprs.len()).unwrap_or(u32::MAX);
        for expr in exprs {
            self.value(expr);
        }
        count
    }
}
