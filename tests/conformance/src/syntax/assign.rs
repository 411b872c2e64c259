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
    walk(source, expr, &mut |site| {
        if let Node::Assign(assign) = &site.expr.node {
            let is_new = matches!(&assign.target.node, Node::Variable(name) if !before.contains(name.as_str()));
            if !is_new {
                discard(assign, edits);
            }
        }
    });
}
