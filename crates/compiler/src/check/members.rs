//! The members of object literals, in the order in which they run: that of their keys.

use std::collections::BTreeMap;

use vrlet_diagnostic::{Diagnostic, Span};
use vrlet_parser::ast::{Expr, Name, Node};
use vrlet_value::{Key, Root};

use super::{Checker, TypedExpr};

impl Checker<'_> {
    /// The members of an object literal in the order of their keys, each key with its last value, and
    /// whether any value can fail. Every value that does not compile is reported.
    ///
    /// They are checked in the order in which they run, so that what one assigns is known to those after
    /// it, and to no other.
    pub(super) fn members(
        &mut self,
        members: &[(Name, Expr)],
    ) -> Option<(Vec<(Key, TypedExpr)>, bool)> {
        let checkpoint = self.checkpoint();
        let (errors, mark) = (self.errors.len(), self.pending.mark());
        let mut order: Vec<usize> = (0..members.len()).collect();
        order.sort_by_key(|index| &members[*index].0.text);
        if !order.is_sorted() {
            self.declare_ahead(members);
        }
        let mut typed_exprs = BTreeMap::new();
        let mut fallible = false;
        let mut failed = false;
        for (place, index) in order.iter().enumerate() {
            let (name, value) = &members[*index];
            let next = order.get(place + 1).map(|next| &members[*next].0);
            // Of the values of one key only the last runs.
            let runs = next.is_none_or(|next| next.text != name.text);
            if !runs {
                self.state.open();
            }
            match self.expr(value) {
                Some(typed) => {
                    fallible |= typed.fallible();
                    typed_exprs.insert(Key::from(name.text.as_str()), typed);
                    if !runs {
                        self.state.roll_back();
                    }
                }
                None => {
                    self.recover(&checkpoint);
                    failed = true;
                }
            }
        }
        // People read in the order of the source.
        self.errors[errors..].sort_by_key(Diagnostic::span);
        self.pending.sort(mark);
        (!failed).then(|| (typed_exprs.into_iter().collect(), fallible))
    }

    /// Declares the variables that members assign for the first time: in the source they are there before
    /// what runs before them.
    fn declare_ahead(&mut self, members: &[(Name, Expr)]) {
        let mut assigned = Vec::new();
        for (_, value) in members {
            find_assigned(value, &mut assigned);
        }
        for (name, span) in assigned {
            if name != "_" && self.scope.get(name).is_none() {
                self.declare(name, span);
            }
        }
    }
}

/// The variables that an expression assigns, but for those of blocks of its own.
fn find_assigned<'a>(expr: &'a Expr, found: &mut Vec<(&'a str, Span)>) {
    match &expr.node {
        Node::Literal(_)
        | Node::Template(_)
        | Node::Variable(_)
        | Node::Block(_)
        | Node::If(_)
        | Node::Abort(None)
        | Node::Break => {}
        Node::Group(inner)
        | Node::Not { operand: inner, .. }
        | Node::Abort(Some(inner))
        | Node::Return(_, inner) => find_assigned(inner, found),
        Node::Array(elements) => elements.iter().for_each(|it| find_assigned(it, found)),
        Node::Object(members) => members.iter().for_each(|(_, it)| find_assigned(it, found)),
        Node::Operation(operation) => {
            find_assigned(&operation.first, found);
            operation.rest.iter().for_each(|(_, _, operand)| find_assigned(operand, found));
        }
        Node::Assign(assign) => {
            for target in std::iter::once(&assign.target).chain(&assign.error) {
                if let Node::Variable(name) = &target.node {
                    found.push((name, target.span));
                } else if let Node::Query(query) = &target.node
                    && let Root::Variable(name) = &query.root
                {
                    found.push((&name.text, name.span));
                }
            }
            find_assigned(&assign.value, found);
        }
        Node::Query(query) => {
            if let Root::Expression(root) = &query.root {
                find_assigned(root, found);
            }
        }
        Node::Call(call) => {
            call.arguments.iter().for_each(|argument| find_assigned(&argument.value, found));
        }
    }
}
