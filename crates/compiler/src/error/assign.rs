//! Errors of assignments: failures without a target, read-only places, values that are no places.

use vrlet_diagnostic::{Code, Diagnostic, Label, Span};
use vrlet_parser::ast::{Assign, AssignOperator, Expr, Node, Segment, Step};
use vrlet_value::{Kind, KindSet, Root};

use super::default_value::default_of;
use super::foreign_name::in_template;
use super::handling::{Position, with_default, with_other_ways};
use super::source::Source;
use crate::failure::{Cause, Failure};

/// `failure` is the part of the right side that can fail first, `kinds` are those of the whole.
pub(crate) fn fallible_assignment(
    source: Source<'_>,
    assign: &Assign,
    failure: Option<Failure>,
    kinds: KindSet,
) -> Diagnostic {
    let value = &assign.value;
    let diagnostic = Diagnostic::error(
        Code::FallibleAssignment,
        "the right side can fail, and a plain `=` has no place for the error",
    )
    .primary(value.span, "may fail when the program runs")
    .secondary(assign.target.span.to(assign.operator_span), "gets nothing then");
    let failure = failure.unwrap_or(Failure { span: value.span, kinds, cause: Cause::Parts });
    let is_whole = failure.span == value.span;
    let is_inside = matches!(value.node, Node::If(_) | Node::Assign(_) | Node::Not { .. });
    let (part, position) = match is_inside {
        true => (failure.span, Position::Inside),
        false => (value.span, Position::Alone),
    };
    let default = if is_inside || is_whole && !is_event(&assign.target) {
        failure.default()
    } else if is_event(&assign.target) || assign.operator == AssignOperator::Merge {
        "{}"
    } else {
        default_of(kinds)
    };
    let handled = |diagnostic: Diagnostic| {
        let diagnostic = with_default(diagnostic, source, part, default, position);
        if is_event(&assign.target) && assign.operator == AssignOperator::Replace {
            return diagnostic.help("or write `?? .` to keep the event as it is");
        }
        diagnostic
    };
    let target = source.quote(assign.target.span);
    let can_catch = assign.operator == AssignOperator::Replace && target != "…";
    let target = can_catch.then_some((target, value.span));
    let diagnostic = match &failure.cause {
        Cause::Call(name) if !is_whole => {
            let text = source.text(*name);
            handled(diagnostic.secondary(failure.span, format!("because `{text}` can fail")))
        }
        Cause::Call(_) | Cause::Parts => handled(diagnostic),
        Cause::Divisor(divisor) => {
            handled(diagnostic.secondary(*divisor, "only a constant is known not to be zero"))
        }
        Cause::Template { name, kinds } => in_template(diagnostic, source, *name, *kinds),
        Cause::Operands(operands) => {
            let diagnostic = operands.explain(diagnostic);
            match operands.convert(diagnostic.clone(), source) {
                Some(converted) => converted,
                None => handled(diagnostic),
            }
        }
        Cause::Argument { why, fails, .. } => {
            let reasons = why.labels.iter().map(|label| Label { primary: false, ..label.clone() });
            let mut diagnostic = diagnostic;
            diagnostic.labels.extend(reasons);
            if *fails || why.edits.is_empty() || !is_whole {
                handled(diagnostic)
            } else {
                diagnostic.notes.extend(why.notes.iter().cloned());
                diagnostic.edits.extend(why.edits.iter().cloned());
                diagnostic
            }
        }
    };
    with_other_ways(diagnostic, source, &failure, target)
}

/// Whether a target is the event as a whole.
fn is_event(target: &Expr) -> bool {
    matches!(&target.node, Node::Query(query) if matches!(query.root, Root::Event) && query.path.is_empty())
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
    let missing = parent.is(KindSet::UNDEFINED);
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
