//! The source of a program, for diagnostics that quote a part of it.

use vrlet_diagnostic::Span;
use vrlet_parser::ast::{Call, Expr, Node};

/// The longest part that is repeated.
const LONGEST: usize = 80;

/// The text of a program.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Source<'s>(pub &'s str);

impl<'s> Source<'s> {
    /// A part of it, whole.
    pub fn text(self, span: Span) -> &'s str {
        self.0.get(span.range()).unwrap_or_default()
    }

    /// What stands before a part.
    pub fn before(self, span: Span) -> &'s str {
        self.0.get(..span.start as usize).unwrap_or_default()
    }

    /// What stands after a part.
    pub fn after(self, span: Span) -> &'s str {
        self.0.get(span.end as usize..).unwrap_or_default()
    }

    /// A part of it, or `…` where it is too long for a line.
    pub fn quote(self, span: Span) -> &'s str {
        let text = self.text(span);
        if text.is_empty() || text.contains('\n') || text.chars().count() > LONGEST {
            "…"
        } else {
            text
        }
    }

    /// A call without its closure, or its name alone with `(…)`.
    pub fn call(self, call: &Call) -> String {
        match (self.quote(call.span), &call.closure) {
            ("…", None) => format!("{}(…)", call.name.text),
            ("…", Some(_)) => format!("{}(…) -> …", call.name.text),
            (text, None) => text.to_owned(),
            (text, Some(_)) => format!("{text} -> …"),
        }
    }

    /// An operand that something can be put after: in parentheses, where an operator would take it apart.
    pub fn operand(self, expr: &Expr) -> String {
        let text = self.quote(expr.span);
        if is_operand(&expr.node) { text.to_owned() } else { format!("({text})") }
    }
}

/// Whether an expression binds tighter than every operator.
pub(crate) fn is_operand(node: &Node) -> bool {
    match node {
        Node::Literal(_)
        | Node::Template(_)
        | Node::Group(_)
        | Node::Block(_)
        | Node::Array(_)
        | Node::Object(_)
        | Node::Variable(_)
        | Node::Query(_)
        | Node::Call(_) => true,
        Node::If(_)
        | Node::Operation(_)
        | Node::Not { .. }
        | Node::Assign(_)
        | Node::Abort(_)
        | Node::Return(..)
        | Node::Break => false,
    }
}
