//! Errors of operators: `|` of what is no object, `!` of what is no boolean, `??` after what can't fail.

use vrlet_diagnostic::{Code, Diagnostic, Span};
use vrlet_function::TypeDef;
use vrlet_parser::ast::{Assign, Expr};
use vrlet_value::{Kind, KindSet};

use super::source::Source;
use super::{after, before, describe};

/// The left side of a `??` that can't fail.
pub(crate) struct NeedlessLeft<'k> {
    /// Where it stands.
    pub span: Span,
    /// Its kind.
    pub kind: &'k Kind,
    /// Whether it has no way out at all, not by an `abort` either.
    pub is_sure: bool,
}

/// `operator` and `right` are the rest of the expression.
pub(crate) fn needless_coalesce(
    source: Source<'_>,
    left: &NeedlessLeft<'_>,
    operator: Span,
    right: Span,
) -> Diagnostic {
    let diagnostic = Diagnostic::error(
        Code::NeedlessCoalesce,
        "the left side of this `??` can't fail, so its right side never runs",
    )
    .primary(left.span, "never fails");
    if left.kind.may_be(KindSet::NULL.or(KindSet::UNDEFINED)) {
        let (left, right) = (source.quote(left.span), source.quote(right));
        return diagnostic
            .help(format!(
                "what is missing is `null`, which is no failure; to replace it, and `false`, write \
                 `{left} || {right}`"
            ))
            .edit(operator, "||", false);
    }
    diagnostic.help("leave out `??` and what follows").edit(
        Span { start: left.span.end, end: right.end },
        "",
        left.is_sure,
    )
}

/// A side of a merge.
#[derive(Clone, Copy)]
pub(crate) struct MergeSide<'k> {
    span: Span,
    type_def: &'k TypeDef,
}

impl<'k> MergeSide<'k> {
    /// What stands at a side.
    pub(crate) fn new(span: Span, type_def: &'k TypeDef) -> Self {
        Self { span, type_def }
    }

    /// Whether it is surely an object.
    pub(crate) fn is_object(&self) -> bool {
        self.type_def.kind.is(KindSet::OBJECT)
    }

    fn may_fit(&self) -> bool {
        self.type_def.kind.may_be(KindSet::OBJECT)
    }

    /// What is put around it to make it one.
    fn conversion(&self) -> (&'static str, &'static str) {
        if self.is_object() {
            ("", "")
        } else if self.type_def.fallible {
            ("(object(", " ?? {}) ?? {})")
        } else {
            ("(object(", ") ?? {})")
        }
    }

    fn converted(&self, source: Source<'_>) -> String {
        let (opening, closing) = self.conversion();
        format!("{opening}{}{closing}", source.quote(self.span))
    }
}

fn not_objects(sides: &[MergeSide<'_>; 2]) -> Diagnostic {
    sides.iter().filter(|side| !side.is_object()).fold(
        Diagnostic::error(Code::MergeNotObject, "only objects can be merged"),
        |diagnostic, side| {
            let is = describe(&side.type_def.kind);
            diagnostic.primary(side.span, format!("is {is}, expected an object"))
        },
    )
}

const NO_OBJECTS: &str =
    "`|` merges two objects; numbers are added with `+`, and a choice of two is `||`";

/// `a | b`
pub(crate) fn merge_not_object(source: Source<'_>, sides: &[MergeSide<'_>; 2]) -> Diagnostic {
    let diagnostic = not_objects(sides);
    if !sides.iter().all(MergeSide::may_fit) {
        return diagnostic.help(NO_OBJECTS);
    }
    let [left, right] = sides.map(|side| side.converted(source));
    let diagnostic =
        diagnostic.help(format!("let another kind be an empty object: `{left} | {right}`"));
    sides.iter().filter(|side| !side.is_object()).fold(diagnostic, |diagnostic, side| {
        let (opening, closing) = side.conversion();
        diagnostic.edit(before(side.span), opening, false).edit(after(side.span), closing, false)
    })
}

/// `a |= b`
pub(crate) fn merge_into(
    source: Source<'_>,
    assign: &Assign,
    sides: &[MergeSide<'_>; 2],
) -> Diagnostic {
    let diagnostic = not_objects(sides);
    let [target, value] = sides;
    if assign.target.is_discard() || !sides.iter().all(MergeSide::may_fit) {
        return diagnostic.help(NO_OBJECTS);
    }
    let (opening, closing) = value.conversion();
    let diagnostic = if target.is_object() {
        let text = source.quote(target.span);
        diagnostic.help(format!(
            "let another kind be an empty object: `{text} |= {}`",
            value.converted(source)
        ))
    } else {
        let text = source.text(target.span);
        let old = target.converted(source);
        diagnostic
            .help(format!(
                "let another kind be an empty object: `{} = {old} | {}`",
                source.quote(target.span),
                value.converted(source)
            ))
            .edit(assign.operator_span, format!("= (object({text}) ?? {{}}) |"), false)
    };
    if value.is_object() {
        return diagnostic;
    }
    diagnostic.edit(before(value.span), opening, false).edit(after(value.span), closing, false)
}

pub(crate) fn not_of_non_boolean(
    source: Source<'_>,
    operator: Span,
    operand: &Expr,
    kind: &Kind,
) -> Diagnostic {
    let is = describe(kind);
    let diagnostic =
        Diagnostic::error(Code::NotOfNonBoolean, format!("`!` needs a boolean, and this is {is}"))
            .primary(operator, "")
            .secondary(operand.span, format!("is {is}"));
    let text = source.operand(operand);
    if !kind.may_be(KindSet::BOOLEAN) {
        return diagnostic
            .help(format!("write a comparison: `{text} == null`"))
            .edit(operator, "(", false)
            .edit(after(operand.span), " == null)", false);
    }
    diagnostic
        .help(format!(
            "compare it: `{text} != true`, which a missing field is too, or `{text} == null`"
        ))
        .edit(operator, "(", false)
        .edit(after(operand.span), " != true)", false)
}
