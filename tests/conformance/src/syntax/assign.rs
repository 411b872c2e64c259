//! Rewrites of assignments: their targets taken out.

use vrlet_parser::ast::{Assign, AssignOperator, Expr, Node};

use super::{Edits, walk};

/// Lets an assignment assign to a variable that nobody reads.
pub fn discard(assign: &Assign, edits: &mut Edits) {
    discard_target(&assign.target, edits);
    if let Some(error) = &assign.error {
        discard_target(error, edits);
    }
    if assign.operator == AssignOperator::Merge {
        edits.replace(assign.operator_span.range(), "=");
    }
}

/// Puts a variable that nobody reads in the place of a target.
pub fn discard_target(target: &Expr, edits: &mut Edits) {
    if !target.is_discard() {
        let range = target.span.range();
        edits.replace(range.clone(), format!("unread{}", range.start));
    }
}

/// Lets the assignments within an expression assign to such variables, but for those to variables that are
/// not there before it.
pub fn discard_within(source: &str, expr: &Expr, edits: &mut Edits) {
    let before = &source[..expr.span.range().start];
    let is_new = |target: &Expr| matches!(&target.node, Node::Variable(name) if !before.contains(name.as_str()));
    walk(source, expr, &mut |site| {
        if let Node::Assign(assign) = &site.expr.node {
            if let Some(error) = assign.error.as_ref().filter(|error| !is_new(error)) {
                discard_target(error, edits);
            }
            if !is_new(&assign.target) {
                discard_target(&assign.target, edits);
                if assign.operator == AssignOperator::Merge {
                    edits.replace(assign.operator_span.range(), "=");
                }
            }
        }
    });
}

/// Gives variables that an expression assigns another name, there and where it reads them afterwards.
pub fn rename_within(source: &str, expr: &Expr, edits: &mut Edits) {
    let mut assigned: Vec<(String, usize)> = Vec::new();
    walk(source, expr, &mut |site| {
        if let Node::Assign(assign) = &site.expr.node
            && let Node::Variable(name) = &assign.target.node
        {
            assigned.push((name.as_str().to_owned(), site.expr.span.range().end));
            edits.replace(assign.target.span.range(), renamed(name.as_str()));
        }
    });
    walk(source, expr, &mut |site| {
        if let Node::Variable(name) = &site.expr.node {
            let range = site.expr.span.range();
            let is_read =
                |(known, end): &(String, usize)| known == name.as_str() && range.start >= *end;
            if assigned.iter().any(is_read) {
                edits.replace(range.clone(), renamed(name.as_str()));
            }
        }
    });
}

fn renamed(name: &str) -> String {
    format!("{name}_within")
}
