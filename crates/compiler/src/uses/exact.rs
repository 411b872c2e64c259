//! Which kinds are certain: kinds of variables go stale when closures run, and what a program touches must
//! not be underreported.

use vrlet_parser::ast::Operator;
use vrlet_value::{Key, KindSet, Value};

use crate::tree::{Expr, Node};

/// The fields that an object can have, where they are sure.
pub(super) fn fields(expr: &Expr) -> Option<Vec<Key>> {
    let kind = &expr.type_def.kind;
    let fields = kind.as_object().filter(|fields| fields.is_closed())?;
    let is_object = kind.set() == KindSet::OBJECT && is_exact(expr);
    is_object.then(|| fields.known().map(|(name, _)| name.clone()).collect())
}

/// Whether what is known of an expression does not lean on what is known of places.
fn is_exact(expr: &Expr) -> bool {
    match &expr.node {
        Node::Constant(Value::Object(_)) | Node::Object(_) => true,
        Node::Call(call) => {
            let mut arguments = call.arguments.iter().flatten().chain(&call.fields);
            call.place.is_none()
                && call.closure.is_none()
                && arguments.all(|argument| says_nothing_inside(argument) || is_exact(argument))
        }
        Node::Operation { first, rest } => {
            let is_kept =
                |operator: &Operator| matches!(operator, Operator::Coalesce | Operator::Merge);
            is_exact(first)
                && rest.iter().all(|(operator, _, operand)| is_kept(operator) && is_exact(operand))
        }
        Node::Constant(_)
        | Node::Array(_)
        | Node::Block(_)
        | Node::If(_)
        | Node::Not(_)
        | Node::Assign(_)
        | Node::Get(_)
        | Node::Abort(_)
        | Node::Return(_)
        | Node::Break => false,
    }
}

/// Whether nothing is known of what an argument holds, so that no result can be known from it.
fn says_nothing_inside(argument: &Expr) -> bool {
    let kind = &argument.type_def.kind;
    matches!(argument.node, Node::Constant(_))
        || (kind.as_object().is_none_or(|fields| fields.is_any())
            && kind.as_array().is_none_or(|elements| elements.is_any()))
}
