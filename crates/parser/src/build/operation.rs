//! Operator precedence: turns a flat chain of operators into a tree by precedence climbing.

use std::iter::Peekable;
use std::vec::IntoIter;

use vrlet_diagnostic::Span;

use super::Built;
use crate::ast::{Expr, Node, Operation, Operator};
use crate::error;

/// An operator, its place, and its right operand.
pub(super) type Link = (Operator, Span, Expr);

/// How tight an operator binds; looser ones have lower levels.
pub(super) fn level(operator: Operator) -> u8 {
    match operator {
        Operator::Coalesce => 1,
        Operator::Or | Operator::And => 2,
        Operator::Equal | Operator::NotEqual => EQUALITY,
        Operator::Less | Operator::LessOrEqual | Operator::Greater | Operator::GreaterOrEqual => {
            ORDER
        }
        Operator::Merge => 5,
        Operator::Add | Operator::Subtract => 6,
        Operator::Multiply | Operator::Divide => TIGHTEST,
    }
}

const EQUALITY: u8 = 3;
const ORDER: u8 = 4;
const TIGHTEST: u8 = 7;

/// The operator with this text.
pub(super) fn operator(text: &str) -> Operator {
    match text {
        "??" => Operator::Coalesce,
        "||" => Operator::Or,
        "&&" => Operator::And,
        "==" => Operator::Equal,
        "!=" => Operator::NotEqual,
        "<" => Operator::Less,
        "<=" => Operator::LessOrEqual,
        ">" => Operator::Greater,
        ">=" => Operator::GreaterOrEqual,
        "|" => Operator::Merge,
        "+" => Operator::Add,
        "-" => Operator::Subtract,
        "*" => Operator::Multiply,
        "/" => Operator::Divide,
        _ => unreachable!("checked: `{text}` is no binary operator"),
    }
}

/// Builds the tree of `first op₁ e₁ op₂ e₂ …`.
pub(super) fn fold(first: Expr, rest: Vec<Link>) -> Built<Expr> {
    if rest.is_empty() {
        return Ok(first);
    }
    climb(1, first, &mut rest.into_iter().peekable())
}

/// Takes from `rest` all operators of `lowest` level or tighter.
fn climb(lowest: u8, first: Expr, rest: &mut Peekable<IntoIter<Link>>) -> Built<Expr> {
    let operand = |expr, rest: &mut Peekable<_>| {
        if lowest == TIGHTEST { Ok(expr) } else { climb(lowest + 1, expr, rest) }
    };
    let first = operand(first, rest)?;
    let mut links = Vec::new();
    while let Some((operator, at, right)) = rest.next_if(|link| level(link.0) == lowest) {
        links.push((operator, at, operand(right, rest)?));
    }
    let Some((_, _, last)) = links.last() else { return Ok(first) };
    let span = first.span.to(last.span);
    if lowest == EQUALITY || lowest == ORDER {
        refuse_chain(&first, &links)?;
    }
    Ok(Expr { span, node: Node::Operation(Operation { first: Box::new(first), rest: links }) })
}

/// A comparison must not stand left of another without parentheses.
fn refuse_chain(first: &Expr, links: &[Link]) -> Built<()> {
    let inner = match &first.node {
        Node::Operation(operation) => operation.rest.first().filter(|link| is_comparison(link.0)),
        _ => None,
    };
    match (inner, links) {
        (Some(inner), [second, ..]) | (None, [inner, second, ..]) => {
            Err(Box::new(error::chained_comparison(inner.1, second.1)))
        }
        (None | Some(_), _) => Ok(()),
    }
}

fn is_comparison(operator: Operator) -> bool {
    matches!(level(operator), EQUALITY | ORDER)
}
