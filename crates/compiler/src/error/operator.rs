//! Errors of operators: `|` of what is no object, `!` of what is no boolean, `??` after what can't fail.

use vrlet_diagnostic::{Code, Diagnostic, Span};
use vrlet_parser::ast::Expr;
use vrlet_value::{Kind, KindSet};

use super::snippet::snippet;
use super::{after, before, describe};

/// `sure` says that the left side has no way out at all, not by an `abort` either.
pub(crate) fn needless_coalesce(left: Span, whole: Span, sure: bool) -> Diagnostic {
    Diagnostic::error(
        Code::NeedlessCoalesce,
        "the left side of this `??` can't fail, so its right side never runs",
    )
    .primary(left, "never fails")
    .help("leave out `??` and what follows; `||` is the operator that replaces null and false")
    .edit(Span { start: left.end, end: whole.end }, "", sure)
}

pub(crate) fn merge_not_object<'k>(
    sides: impl IntoIterator<Item = (&'k Kind, Span)>,
) -> Diagnostic {
    let start = Diagnostic::error(Code::MergeNotObject, "only objects can be merged");
    sides
        .into_iter()
        .fold(start, |diagnostic, (kind, span)| {
            diagnostic
                .primary(span, format!("is {}, expected an object", describe(kind)))
                .edit(before(span), "object!(", false)
                .edit(after(span), ")", false)
        })
        .help("make sure of the kind: `object!(.a) | {\"b\": 1}`")
}

pub(crate) fn not_of_non_boolean(operator: Span, operand: &Expr, kind: &Kind) -> Diagnostic {
    let may_fit = kind.may_be(KindSet::BOOLEAN);
    let (kind, text) = (describe(kind), snippet(operand));
    Diagnostic::error(Code::NotOfNonBoolean, format!("`!` needs a boolean, and this is {kind}"))
        .primary(operator, "")
        .secondary(operand.span, format!("is {kind}"))
        .help(if may_fit {
            format!("make sure of the kind, `!bool!({text})`, or compare: `{text} != true`, `{text} == null`")
        } else {
            "write a comparison, as in `.a != 1`".to_owned()
        })
}
