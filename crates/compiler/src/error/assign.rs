//! Errors of assignments: failures without a target, read-only places, values that are no places.

use vrlet_diagnostic::{Code, Diagnostic, Label, Span};
use vrlet_parser::ast::{Assign, Expr, Node, Segment, Step};
use vrlet_value::Kind;

use super::after;
use crate::failure::{Cause, Failure};

/// `failure` is the part of the right side that can fail first.
pub(crate) fn fallible_assignment(assign: &Assign, failure: Option<Failure>) -> Diagnostic {
    let value = assign.value.span;
    let diagnostic = Diagnostic::error(
        Code::FallibleAssignment,
        "the right side can fail, and a plain `=` has no place for the error",
    )
    .primary(value, "may fail when the program runs")
    .secondary(assign.target.span.to(assign.operator_span), "gets nothing then");
    let anything = |diagnostic: Diagnostic| {
        diagnostic.help(
            "give a value for the failure, `… ?? \"default\"`, or catch the error, `ok, err = …`",
        )
    };
    match (&assign.value.node, failure) {
        (Node::Call(call), failure) if call.bang.is_none() => {
            let name = &call.name.text;
            let diagnostic = diagnostic.help(format!(
                "give a value for the failure, `{name}(…) ?? \"default\"`, catch the error, \
                 `ok, err = {name}(…)`, or let it end the program, `{name}!(…)`"
            ));
            let diagnostic = match failure {
                Some(Failure::Argument(why)) => with_reason(diagnostic, *why, false),
                Some(Failure::Expression(..)) | None => diagnostic,
            };
            diagnostic.edit(after(call.name.span), "!", false)
        }
        (_, Some(Failure::Argument(why))) => anything(with_reason(diagnostic, *why, true)),
        (_, Some(Failure::Expression(span, Cause::Call(name)))) => {
            let text = &name.text;
            let diagnostic = diagnostic.secondary(span, "because of this call").help(format!(
                "let it end the program, `{text}!(…)`, or give a value for the failure, \
                 `({text}(…) ?? \"default\")`"
            ));
            diagnostic.edit(after(name.span), "!", false)
        }
        (_, Some(Failure::Expression(_, Cause::Divisor(divisor)))) => diagnostic
            .secondary(divisor, "only a constant is known not to be zero")
            .help("give a value for that case, `… ?? 0`, or catch the error, `ok, err = …`")
            .edit(after(value), " ?? 0", false),
        (_, Some(Failure::Expression(_, Cause::Operands(operands)))) => {
            anything(operands.explain(diagnostic.clone()).unwrap_or(diagnostic))
        }
        (_, Some(Failure::Expression(_, Cause::Parts)) | None) => {
            anything(diagnostic).edit(after(assign.target.span), ", err", false)
        }
    }
}

/// Adds what another diagnostic says about a part.
fn with_reason(mut diagnostic: Diagnostic, why: Diagnostic, edits: bool) -> Diagnostic {
    let reasons = why.labels.into_iter().map(|label| Label { primary: false, ..label });
    diagnostic.labels.extend(reasons);
    diagnostic.notes.extend(why.notes);
    if edits {
        diagnostic.edits.extend(why.edits);
    }
    diagnostic
}

pub(crate) fn needless_assignment(assign: &Assign) -> Diagnostic {
    Diagnostic::error(Code::NeedlessAssignment, "this assigns to nothing")
        .primary(assign.value.span, "the value goes nowhere")
        .help("leave out the target and the `=`, or name a target")
}

/// `fresh` says that nothing is lost when the second target goes, as long as nobody reads it.
pub(crate) fn needless_error_target(assign: &Assign, error: &Expr, fresh: bool) -> Diagnostic {
    Diagnostic::error(
        Code::NeedlessErrorTarget,
        "the right side can't fail, so there is never an error to catch",
    )
    .primary(error.span, "always null")
    .secondary(assign.value.span, "never fails")
    .help("leave out the second target")
    .edit(Span { start: assign.target.span.end, end: error.span.end }, "", fresh)
}

pub(crate) fn not_assignable(span: Span) -> Diagnostic {
    Diagnostic::error(Code::NotAssignable, "nothing can be stored here")
        .primary(span, "a value, not a place")
        .help("assign to a variable, `x = …`, or to a path of the event or the metadata, `.a = …`, `%a = …`")
}

pub(crate) fn read_only(span: Span) -> Diagnostic {
    Diagnostic::error(Code::ReadOnly, "the host does not let programs change this place")
        .primary(span, "read-only")
        .help("assign to another path")
}

pub(crate) fn parent_not_container(target: &Expr, segment: &Segment, parent: &Kind) -> Diagnostic {
    let (what, fresh) = match segment.step {
        Step::Field(_) => ("fields", "{}"),
        Step::Index(_) => ("elements", "[]"),
    };
    let before = Span { start: target.span.start, end: segment.span.start };
    let missing = parent.is(vrlet_value::KindSet::UNDEFINED);
    let kind = if missing { "missing".to_owned() } else { format!("{parent:#}") };
    Diagnostic::error(
        Code::ParentNotContainer,
        format!("what stands before this is {kind} and has no {what}"),
    )
    .primary(segment.span, format!("can't be set in what is {kind}"))
    .secondary(before, "")
    .help(format!(
        "store a container there first: `… = {fresh}`, or one that holds the value already"
    ))
}
