//! A lint: comparisons as statements, `.x == 5` where `.x = 5` was meant.
//!
//! A value is taken where it is assigned, returned, an argument or an operand, and where it is the value of
//! the whole program. That of an `if` is taken where the `if` is; without an `else` it is no value to take.

use vrlet_diagnostic::Diagnostic;
use vrlet_function::Registry;
use vrlet_parser::ast::{Ast, Block, Expr, Node, Operator, Query, RootExpr};
use vrlet_value::Root;

use crate::error::Source;
use crate::warning;

struct Search<'a> {
    source: Source<'a>,
    registry: &'a Registry,
    warnings: Vec<Diagnostic>,
}

/// The warnings of a program that compiles.
pub(super) fn find(ast: &Ast, source: Source<'_>, registry: &Registry) -> Vec<Diagnostic> {
    let mut search = Search { source, registry, warnings: Vec::new() };
    let last = ast.roots.len().saturating_sub(1);
    for (index, root) in ast.roots.iter().enumerate() {
        if let RootExpr::Expr(expr) = root {
            search.statement(expr, index == last);
        }
    }
    search.warnings
}

impl Search<'_> {
    /// Looks at a statement.
    fn statement(&mut self, expr: &Expr, is_taken: bool) {
        match &expr.node {
            Node::Operation(operation) if !is_taken => {
                let Some((operator, span, _)) = operation.rest.last() else { return };
                if is_comparison(*operator) && !is_reported(&operation.first) {
                    let is_simple = *operator == Operator::Equal && operation.rest.len() == 1;
                    let target = (is_simple && is_place(&operation.first))
                        .then(|| (*span, self.source.quote(operation.first.span)));
                    self.warnings.push(warning::dropped_comparison(expr.span, target));
                }
            }
            Node::Group(inner) => self.statement(inner, is_taken),
            Node::Block(block) => self.block(block, is_taken),
            Node::If(choice) => {
                let is_taken = is_taken && choice.otherwise.is_some();
                for branch in &choice.branches {
                    self.block(&branch.block, is_taken);
                }
                if let Some(block) = &choice.otherwise {
                    self.block(block, is_taken);
                }
            }
            Node::Query(Query { root: Root::Expression(root), .. }) => self.statement(root, true),
            Node::Call(call) => {
                if let Some(closure) = &call.closure {
                    self.block(&closure.block, !self.is_discarded(&call.name.text));
                }
            }
            Node::Assign(assign) => self.statement(&assign.value, true),
            Node::Return(_, value) => self.statement(value, true),
            Node::Operation(_)
            | Node::Literal(_)
            | Node::Template(_)
            | Node::Array(_)
            | Node::Object(_)
            | Node::Not { .. }
            | Node::Variable(_)
            | Node::Query(_)
            | Node::Abort(_)
            | Node::Break => {}
        }
    }

    fn block(&mut self, block: &Block, is_taken: bool) {
        let last = block.exprs.len().saturating_sub(1);
        for (index, expr) in block.exprs.iter().enumerate() {
            self.statement(expr, is_taken && index == last);
        }
    }

    /// Whether nobody looks at what a closure gives, as in `for_each`.
    fn is_discarded(&self, function: &str) -> bool {
        let closure = self.registry.get(function).and_then(|function| function.closure);
        closure.is_some_and(|closure| closure.discards)
    }
}

fn is_comparison(operator: Operator) -> bool {
    match operator {
        Operator::Equal
        | Operator::NotEqual
        | Operator::Less
        | Operator::LessOrEqual
        | Operator::Greater
        | Operator::GreaterOrEqual => true,
        Operator::Coalesce
        | Operator::Or
        | Operator::And
        | Operator::Merge
        | Operator::Add
        | Operator::Subtract
        | Operator::Multiply
        | Operator::Divide => false,
    }
}

/// Whether an operand is a place that can be assigned to.
fn is_place(operand: &Expr) -> bool {
    match &operand.node {
        Node::Variable(_) => true,
        Node::Query(query) => !matches!(query.root, Root::Expression(_)),
        _ => false,
    }
}

/// Whether the operand that a chain begins with is reported already, as a value that is dropped.
fn is_reported(operand: &Expr) -> bool {
    matches!(
        operand.node,
        Node::Literal(_) | Node::Template(_) | Node::Object(_) | Node::Call(_) | Node::Array(_)
    )
}
