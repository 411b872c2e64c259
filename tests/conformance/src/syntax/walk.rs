//! A walk over every expression of a program, each with the expressions around it.

use vrlet::value::Root;
use vrlet_parser::ast::{Assign, Block, Call, Expr, Node};

/// Where an expression stands in the one around it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Slot {
    /// It is one of the program's own.
    Root,
    /// In parentheses.
    Group,
    /// What `!` negates.
    Negated,
    /// What `abort` or `return` gives.
    Exit,
    /// In a block that stands for itself.
    Block {
        is_last: bool,
    },
    /// In the condition of an `if`.
    Predicate {
        is_last: bool,
    },
    /// In a branch of an `if`.
    Branch {
        is_last: bool,
    },
    /// In the body of a closure.
    Closure {
        is_last: bool,
    },
    Element,
    /// The value of an object's member.
    Member,
    /// The operand of this number.
    Operand(usize),
    Target,
    ErrorTarget,
    /// What is assigned.
    Value,
    /// What a path starts from.
    PathRoot,
    /// The argument of this number.
    Argument(usize),
}

/// An expression in its place.
pub struct Site<'a> {
    pub source: &'a str,
    pub expr: &'a Expr,
    pub slot: Slot,
    /// The expressions around it with their own slots, the outermost first.
    pub around: &'a [(&'a Expr, Slot)],
}

impl Site<'_> {
    /// Its text.
    pub fn text(&self) -> &str {
        &self.source[self.expr.span.range()]
    }

    /// The blocks that it has itself.
    pub fn blocks(&self) -> Vec<&Block> {
        match &self.expr.node {
            Node::Block(block) => vec![block],
            Node::If(choice) => {
                let branches = choice.branches.iter().map(|branch| &branch.block);
                branches.chain(&choice.otherwise).collect()
            }
            Node::Call(call) => call.closure.iter().map(|closure| &closure.block).collect(),
            _ => Vec::new(),
        }
    }

    /// Whether it, or an expression around it, stands in such a slot.
    pub fn is_within(&self, holds: impl Fn(Slot) -> bool) -> bool {
        holds(self.slot) || self.around.iter().any(|(_, slot)| holds(*slot))
    }
}

/// Visits an expression and all that is in it, outer ones first.
pub fn walk<'a>(source: &'a str, expr: &'a Expr, visit: &mut dyn FnMut(&Site<'_>)) {
    Walk { source, around: Vec::new(), visit }.expr(expr, Slot::Root);
}

struct Walk<'a, 'v> {
    source: &'a str,
    around: Vec<(&'a Expr, Slot)>,
    visit: &'v mut dyn FnMut(&Site<'_>),
}

impl<'a> Walk<'a, '_> {
    fn expr(&mut self, expr: &'a Expr, slot: Slot) {
        (self.visit)(&Site { source: self.source, expr, slot, around: &self.around });
        self.around.push((expr, slot));
        match &expr.node {
            Node::Literal(_)
            | Node::Template(_)
            | Node::Variable(_)
            | Node::Abort(None)
            | Node::Break => {}
            Node::Group(inner) => self.expr(inner, Slot::Group),
            Node::Not { operand, .. } => self.expr(operand, Slot::Negated),
            Node::Abort(Some(inner)) | Node::Return(_, inner) => self.expr(inner, Slot::Exit),
            Node::Block(block) => self.block(block, |is_last| Slot::Block { is_last }),
            Node::Array(elements) => elements.iter().for_each(|it| self.expr(it, Slot::Element)),
            Node::Object(members) => {
                members.iter().for_each(|(_, value)| self.expr(value, Slot::Member));
            }
            Node::If(choice) => {
                for branch in &choice.branches {
                    self.exprs(&branch.predicate.exprs, |is_last| Slot::Predicate { is_last });
                    self.block(&branch.block, |is_last| Slot::Branch { is_last });
                }
                if let Some(block) = &choice.otherwise {
                    self.block(block, |is_last| Slot::Branch { is_last });
                }
            }
            Node::Operation(operation) => {
                self.expr(&operation.first, Slot::Operand(0));
                for (number, (_, _, operand)) in operation.rest.iter().enumerate() {
                    self.expr(operand, Slot::Operand(number + 1));
                }
            }
            Node::Assign(assign) => self.assign(assign),
            Node::Query(query) => {
                if let Root::Expression(root) = &query.root {
                    self.expr(root, Slot::PathRoot);
                }
            }
            Node::Call(call) => self.call(call),
        }
        self.around.pop();
    }

    fn assign(&mut self, assign: &'a Assign) {
        self.expr(&assign.target, Slot::Target);
        if let Some(error) = &assign.error {
            self.expr(error, Slot::ErrorTarget);
        }
        self.expr(&assign.value, Slot::Value);
    }

    fn call(&mut self, call: &'a Call) {
        for (number, argument) in call.arguments.iter().enumerate() {
            self.expr(&argument.value, Slot::Argument(number));
        }
        if let Some(closure) = &call.closure {
            self.block(&closure.block, |is_last| Slot::Closure { is_last });
        }
    }

    fn block(&mut self, block: &'a Block, slot: impl Fn(bool) -> Slot) {
        self.exprs(&block.exprs, slot);
    }

    fn exprs(&mut self, exprs: &'a [Expr], slot: impl Fn(bool) -> Slot) {
        for (number, expr) in exprs.iter().enumerate() {
            self.expr(expr, slot(number + 1 == exprs.len()));
        }
    }
}
