//! Operators whose operands may be of kinds that don't go together: which operand it is, and what to type.

use vrlet_diagnostic::{Diagnostic, Span};
use vrlet_parser::ast::{Expr, Operator};
use vrlet_value::KindSet;

use super::snippet::snippet;
use super::{after, assertion, before};

/// An operator between two operands.
#[derive(Clone, Debug)]
pub(crate) struct Operands {
    operator: Operator,
    left: Operand,
    right: Operand,
}

/// One of the two.
#[derive(Clone, Debug)]
struct Operand {
    span: Span,
    text: String,
    kinds: KindSet,
}

/// What is wrong with an operand.
struct Fault<'o> {
    operand: &'o Operand,
    wanted: KindSet,
}

/// Kinds that have a text of their own.
const SCALAR: KindSet = KindSet::BYTES
    .or(KindSet::NUMBER)
    .or(KindSet::BOOLEAN)
    .or(KindSet::TIMESTAMP)
    .or(KindSet::NULL);

impl Operands {
    /// An operator; the left side is a longer chain where there is no expression for it.
    pub(crate) fn new(
        operator: Operator,
        left: (Option<&Expr>, Span, KindSet),
        right: (&Expr, KindSet),
    ) -> Self {
        let (left, left_span, left_kinds) = left;
        let (right, right_kinds) = right;
        let left = Operand {
            span: left_span,
            text: left.map_or_else(|| "…".to_owned(), snippet),
            kinds: stored(left_kinds),
        };
        let right = Operand { span: right.span, text: snippet(right), kinds: stored(right_kinds) };
        Self { operator, left, right }
    }

    /// Says which operand is at fault and what to type; nothing where none is.
    pub(super) fn explain(&self, diagnostic: Diagnostic) -> Option<Diagnostic> {
        let faults = self.faults();
        if faults.is_empty() {
            return None;
        }
        let fixed = |operand: &Operand| {
            faults.iter().find(|fault| std::ptr::eq(fault.operand, operand)).map_or_else(
                || operand.text.clone(),
                |fault| format!("{}{})", fault.opening(), operand.text),
            )
        };
        let text = format!("{} {} {}", fixed(&self.left), sign(self.operator), fixed(&self.right));
        let verb =
            if faults.iter().all(Fault::may_fit) { "make sure of the kind" } else { "convert it" };
        let diagnostic = diagnostic.help(format!("{verb}: `{text}`"));
        Some(faults.iter().fold(diagnostic, |diagnostic, fault| {
            let Fault { operand, wanted } = fault;
            let is = if fault.may_fit() { "may be" } else { "is" };
            diagnostic
                .secondary(operand.span, format!("{is} {:#}, expected {wanted:#}", operand.kinds))
                .edit(before(operand.span), fault.opening(), false)
                .edit(after(operand.span), ")", false)
        }))
    }

    fn faults(&self) -> Vec<Fault<'_>> {
        let of = |operand, other: &Operand| {
            let wanted = wanted(self.operator, other.kinds);
            let fault = Fault { operand, wanted };
            (!fault.accepts(self.operator)).then_some(fault)
        };
        let (left, right) = (of(&self.left, &self.right), of(&self.right, &self.left));
        match (left, right) {
            // Each would have to become what the other is: text is appended to, but compared as a number.
            (Some(left), Some(right)) if left.wanted != right.wanted => {
                let to_text = self.operator == Operator::Add;
                vec![if (left.wanted == KindSet::BYTES) == to_text { left } else { right }]
            }
            (left, right) => left.into_iter().chain(right).collect(),
        }
    }
}

impl Fault<'_> {
    fn accepts(&self, operator: Operator) -> bool {
        let more = match operator {
            Operator::And => KindSet::NULL,
            Operator::Add if self.wanted == KindSet::BYTES => KindSet::NULL,
            _ if KindSet::NUMBER.contains(self.wanted) => KindSet::NUMBER,
            _ => KindSet::NEVER,
        };
        self.wanted.or(more).contains(self.operand.kinds)
    }

    fn may_fit(&self) -> bool {
        self.operand.kinds.intersects(self.wanted)
    }

    /// What is put before the operand to make it fit.
    fn opening(&self) -> String {
        let kinds = self.operand.kinds;
        let function = match self.wanted {
            wanted if self.may_fit() => match assertion(wanted) {
                Some(function) => return format!("{function}!("),
                None => "string!",
            },
            KindSet::BYTES if SCALAR.contains(kinds) => "to_string",
            KindSet::BYTES => "encode_json",
            KindSet::TIMESTAMP if kinds == KindSet::INTEGER => "from_unix_timestamp!",
            KindSet::TIMESTAMP => "timestamp!",
            KindSet::BOOLEAN => "to_bool!",
            _ if kinds == KindSet::TIMESTAMP => "to_unix_timestamp",
            KindSet::FLOAT => "to_float!",
            _ => "to_int!",
        };
        format!("{function}(")
    }
}

/// The kind that an operand should be of beside the other one.
fn wanted(operator: Operator, other: KindSet) -> KindSet {
    let is = |kind: KindSet| !other.is_empty() && kind.contains(other);
    match operator {
        Operator::And => KindSet::BOOLEAN,
        Operator::Add if is(KindSet::BYTES) => KindSet::BYTES,
        Operator::Less | Operator::LessOrEqual | Operator::Greater | Operator::GreaterOrEqual
            if is(KindSet::BYTES) || is(KindSet::TIMESTAMP) =>
        {
            other
        }
        _ if is(KindSet::FLOAT) => KindSet::FLOAT,
        _ => KindSet::INTEGER,
    }
}

/// What is missing is null.
fn stored(kinds: KindSet) -> KindSet {
    if kinds.contains(KindSet::UNDEFINED) {
        kinds.without(KindSet::UNDEFINED).or(KindSet::NULL)
    } else {
        kinds
    }
}

fn sign(operator: Operator) -> &'static str {
    match operator {
        Operator::Coalesce => "??",
        Operator::Or => "||",
        Operator::And => "&&",
        Operator::Equal => "==",
        Operator::NotEqual => "!=",
        Operator::Less => "<",
        Operator::LessOrEqual => "<=",
        Operator::Greater => ">",
        Operator::GreaterOrEqual => ">=",
        Operator::Merge => "|",
        Operator::Add => "+",
        Operator::Subtract => "-",
        Operator::Multiply => "*",
        Operator::Divide => "/",
    }
}
