//! Lints: values that are computed and dropped, variables that are never read.
//!
//! The rules are VRL's own. A value is dropped in every statement but the last; a dropped operator, array
//! or group drops what it is made of, an operator its left side alone. Variables are told apart by name.

use std::collections::BTreeMap;

use vrlet_diagnostic::{Diagnostic, Span};
use vrlet_function::Registry;
use vrlet_parser::ast::{
    Assign, AssignOperator, Ast, Block, Call, Expr, Node, RootExpr, TemplatePart,
};
use vrlet_value::Root;

use super::TypeEnv;
use crate::warning;

/// Whether anybody takes a value.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Use {
    Taken,
    Dropped,
    /// Dropped inside of a block, where calls are taken to be made for their effect.
    DroppedInBlock,
}

/// A variable: where it is first assigned, and whether it is read later. One that a closure binds first
/// counts as read, and so does everything of its name after that.
struct Variable {
    span: Span,
    read: bool,
}

struct Search<'a> {
    registry: &'a Registry,
    warnings: Vec<Diagnostic>,
    variables: BTreeMap<&'a str, Variable>,
    /// Whether what is bound here is bound by a closure. As in VRL any call ends that, one inside of the
    /// closure too, but those that are made for their effect.
    in_closure: bool,
}

/// The warnings of a program that compiles: values in source order, then variables by name, but for those
/// that live on.
pub(super) fn find(ast: &Ast, registry: &Registry, after: &TypeEnv) -> Vec<Diagnostic> {
    let mut search =
        Search { registry, warnings: Vec::new(), variables: BTreeMap::new(), in_closure: false };
    let last = ast.roots.len().saturating_sub(1);
    for (index, root) in ast.roots.iter().enumerate() {
        if let RootExpr::Expr(expr) = root {
            search.expr(expr, if index == last { Use::Taken } else { Use::Dropped });
        }
    }
    let mut warnings = search.warnings;
    warnings.sort_by_key(Diagnostic::span);
    let lives_on = |name: &str| after.variables.iter().any(|variable| variable.name == name);
    let unread = search
        .variables
        .into_iter()
        .filter(|(name, variable)| !variable.read && !name.starts_with('_') && !lives_on(name));
    warnings.extend(unread.map(|(name, variable)| warning::unused_variable(name, variable.span)));
    warnings
}

impl<'a> Search<'a> {
    fn expr(&mut self, expr: &'a Expr, taken: Use) {
        match &expr.node {
            Node::Literal(_) => self.drop_value(expr.span, "literal", taken),
            Node::Template(parts) => {
                self.drop_value(expr.span, "text", taken);
                for part in parts {
                    if let TemplatePart::Variable(name) = part {
                        self.read(&name.text);
                    }
                }
            }
            Node::Group(inner) | Node::Not { operand: inner, .. } => self.expr(inner, taken),
            Node::Block(block) => self.block(block, taken),
            Node::Array(elements) => elements.iter().for_each(|element| self.expr(element, taken)),
            Node::Object(members) => {
                self.drop_value(expr.span, "object", taken);
                members.iter().for_each(|(_, value)| self.expr(value, Use::Taken));
            }
            Node::If(choice) => {
                for branch in &choice.branches {
                    branch.predicate.exprs.iter().for_each(|expr| self.expr(expr, Use::Taken));
                    self.block(&branch.block, Use::Taken);
                }
                choice.otherwise.iter().for_each(|block| self.block(block, Use::Taken));
            }
            Node::Operation(operation) => {
                self.expr(&operation.first, taken);
                operation.rest.iter().for_each(|(_, _, operand)| self.expr(operand, Use::Taken));
            }
            Node::Assign(assign) => self.assign(assign),
            Node::Variable(name) => self.read(name),
            Node::Query(query) => match &query.root {
                Root::Event | Root::Metadata => {}
                Root::Variable(name) if taken == Use::Taken => self.read(&name.text),
                Root::Variable(_) => {}
                Root::Expression(root) => {
                    let through = matches!(root.node, Node::Call(_));
                    self.expr(root, if through { taken } else { Use::Taken });
                }
            },
            Node::Call(call) => self.call(call, expr.span, taken),
            Node::Return(_, value) => self.expr(value, Use::Taken),
            // What is said in the message of an `abort` is not seen.
            Node::Abort(_) | Node::Break => {}
        }
    }

    fn block(&mut self, block: &'a Block, taken: Use) {
        let last = block.exprs.len().saturating_sub(1);
        for (index, expr) in block.exprs.iter().enumerate() {
            self.expr(expr, if index == last { taken } else { Use::DroppedInBlock });
        }
    }

    fn call(&mut self, call: &'a Call, span: Span, taken: Use) {
        let name = call.name.text.as_str();
        let made_for_effect = match self.registry.get(name) {
            Some(function) => function.for_effect,
            None => matches!(name, "remove_metadata_field" | "set_metadata_field"),
        };
        let silent = taken == Use::DroppedInBlock && call.bang.is_none();
        if !made_for_effect && !silent && call.closure.is_none() {
            self.drop_value(span, "call", taken);
        }
        call.arguments.iter().for_each(|argument| self.expr(&argument.value, Use::Taken));
        if let Some(closure) = &call.closure {
            for param in closure.parameters.iter().flatten() {
                self.variables.entry(&param.text).or_insert(Variable { span, read: true });
            }
            self.in_closure = true;
            self.block(&closure.block, Use::Taken);
        }
        self.in_closure &= made_for_effect;
    }

    fn assign(&mut self, assign: &'a Assign) {
        // The error of a merge is not followed.
        let merge = assign.operator == AssignOperator::Merge;
        let error = assign.error.iter().filter(|_| !merge);
        for target in std::iter::once(&assign.target).chain(error) {
            let name = match &target.node {
                Node::Variable(name) => name,
                Node::Query(query) => match &query.root {
                    Root::Variable(name) => &name.text,
                    Root::Event | Root::Metadata | Root::Expression(_) => continue,
                },
                _ => continue,
            };
            let read = self.in_closure;
            self.variables.entry(name).or_insert(Variable { span: target.span, read });
        }
        self.expr(&assign.value, Use::Taken);
        if merge {
            self.expr(&assign.target, Use::Taken);
        }
    }

    fn read(&mut self, name: &str) {
        if let Some(variable) = self.variables.get_mut(name) {
            variable.read = true;
        }
    }

    fn drop_value(&mut self, span: Span, what: &str, taken: Use) {
        if taken != Use::Taken {
            self.warnings.push(warning::unused_value(span, what));
        }
    }
}
