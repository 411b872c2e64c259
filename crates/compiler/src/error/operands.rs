//! Operators whose operands may be of kinds that don't go together: which operand it is, and what to type.

use vrlet_diagnostic::{Diagnostic, Span};
use vrlet_parser::ast::Operator;
use vrlet_value::KindSet;

use super::source::Source;
use super::{after, before};

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
    /// An operator and where its operands stand.
    pub(crate) fn new(operator: Operator, left: (Span, KindSet), right: (Span, KindSet)) -> Self {
        let operand = |(span, kinds)| Operand { span, kinds: stored(kinds) };
        Self { operator, left: operand(left), right: operand(right) }
    }

    /// Whether a text is repeated: `"a" * .n`.
    pub(crate) fn repeat_text(&self) -> bool {
        let is_text = |operand: &Operand| operand.kinds == KindSet::BYTES;
        self.operator == Operator::Multiply && (is_text(&self.left) || is_text(&self.right))
    }

    /// Says which operand is at fault.
    pub(super) fn explain(&self, diagnostic: Diagnostic) -> Diagnostic {
        self.faults().iter().fold(diagnostic, |diagnostic, Fault { operand, wanted }| {
            let is = if operand.kinds.intersects(*wanted) { "may be" } else { "is" };
            diagnostic
                .secondary(operand.span, format!("{is} {:#}, expected {wanted:#}", operand.kinds))
        })
    }

    /// Converts the operands at fault, where that is better than a value for the failure: where the operator
    /// never gives a value without it, and where a text is put together.
    pub(super) fn convert(&self, diagnostic: Diagnostic, source: Source<'_>) -> Option<Diagnostic> {
        let faults = self.faults();
        let is_text =
            |fault: &Fault<'_>| self.operator == Operator::Add && fault.wanted == KindSet::BYTES;
        let is_hopeless = |fault: &Fault<'_>| !fault.operand.kinds.intersects(fault.wanted);
        if faults.is_empty() || !faults.iter().all(|fault| is_text(fault) || is_hopeless(fault)) {
            return None;
        }
        let fixed = |operand: &Operand| {
            let fault = faults.iter().find(|fault| std::ptr::eq(fault.operand, operand));
            let text = source.quote(operand.span);
            fault.map_or_else(
                || text.to_owned(),
                |fault| {
                    let (opening, closing) = fault.conversion();
                    format!("{opening}{text}{closing}")
                },
            )
        };
        let text = format!("{} {} {}", fixed(&self.left), sign(self.operator), fixed(&self.right));
        let diagnostic = diagnostic.help(format!("convert it: `{text}`"));
        Some(faults.iter().fold(diagnostic, |diagnostic, fault| {
            let (opening, closing) = fault.conversion();
            let span = fault.operand.span;
            diagnostic.edit(before(span), opening, false).edit(after(span), closing, false)
        }))
    }

    fn faults(&self) -> Vec<Fault<'_>> {
        if self.repeat_text() {
            let is_text = self.left.kinds == KindSet::BYTES;
            let operand = if is_text { &self.right } else { &self.left };
            let fault = Fault { operand, wanted: KindSet::INTEGER };
            return if operand.kinds == KindSet::INTEGER { Vec::new() } else { vec![fault] };
        }
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

    /// What is put around the operand to make it fit, whatever it is when the program runs.
    fn conversion(&self) -> (&'static str, &'static str) {
        let kinds = self.operand.kinds;
        match self.wanted {
            KindSet::BYTES if SCALAR.contains(kinds) => ("to_string(", ")"),
            KindSet::BYTES if kinds.intersects(SCALAR) => ("(to_string(", ") ?? \"\")"),
            KindSet::BYTES => ("encode_json(", ")"),
            KindSet::TIMESTAMP if kinds == KindSet::INTEGER => {
                ("(from_unix_timestamp(", ") ?? now())")
            }
            KindSet::TIMESTAMP => ("(timestamp(", ") ?? now())"),
            KindSet::BOOLEAN => ("(to_bool(", ") ?? false)"),
            _ if kinds == KindSet::TIMESTAMP => ("to_unix_timestamp(", ")"),
            KindSet::FLOAT => ("(to_float(", ") ?? 0.0)"),
            _ => ("(to_int(", ") ?? 0)"),
        }
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
