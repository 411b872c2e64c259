//! Assignments that can't be carried out.

use vrlet_diagnostic::{Code, Diagnostic, Span};
use vrlet_parser::ast::{Assign, Expr, Node, Segment, Step};
use vrlet_value::Kind;

use super::behind;

pub(crate) fn fallible_assignment(assign: &Assign) -> Diagnostic {
    let diagnostic = Diagnostic::error(
        Code::FallibleAssignment,
        "the right side can fail, and a plain `=` has no place for the error",
    )
    .primary(assign.value.span, "may fail when the program runs")
    .secondary(assign.target.span.to(assign.operator_span), "gets nothing then");
    match &assign.value.node {
        Node::Call(call) if call.bang.is_none() => {
            let name = &call.name.text;
            diagnostic
                .help(format!(
                    "give a value for the failure, `{name}(…) ?? \"default\"`, catch the error, \
                     `ok, err = {name}(…)`, or let it end the program, `{name}!(…)`"
                ))
                .edit(behind(call.name.span), "!", false)
        }
        _ => diagnostic
            .help(
                "give a value for the failure, `… ?? \"default\"`, catch the error, `ok, err = …`, \
             or make sure of the kinds inside, as in `int!(.a) + 1`",
            )
            .edit(behind(assign.target.span), ", err", false),
    }
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
