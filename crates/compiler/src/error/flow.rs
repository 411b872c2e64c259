//! Errors of control flow: unhandled failures, conditions that are no booleans, `break` outside of loops.

use vrlet_diagnostic::{Code, Diagnostic, Span};
use vrlet_parser::ast::{Expr, Node, Predicate};
use vrlet_value::{Kind, KindSet};

use super::default_value::default_of;
use super::foreign_name::in_template;
use super::handling::{Position, with_default, with_other_ways};
use super::source::{Source, is_operand};
use super::{after, before, describe};
use crate::failure::{Cause, Failure};

/// `position` says where in its expression the part stands, and `is_statement` whether that may be turned into
/// an assignment.
pub(crate) fn unhandled_failure(
    source: Source<'_>,
    failure: Failure,
    position: Position,
    is_statement: bool,
) -> Diagnostic {
    let error = |message: &str| {
        Diagnostic::error(Code::UnhandledFailure, message)
            .primary(failure.span, "may fail when the program runs")
    };
    let default = failure.default();
    let handled = |diagnostic| with_default(diagnostic, source, failure.span, default, position);
    let target = is_statement.then_some(("value", failure.span));
    match &failure.cause {
        Cause::Call(name) => {
            let text = source.text(*name);
            let diagnostic = error(&format!("`{text}` can fail here, and nothing handles that"));
            with_other_ways(handled(diagnostic), source, &failure, target)
        }
        Cause::Argument { why, fails, .. } => {
            let mut diagnostic = why.as_ref().clone();
            if *fails || diagnostic.edits.is_empty() {
                diagnostic.notes.clear();
                diagnostic.edits.clear();
                diagnostic = handled(diagnostic);
            }
            with_other_ways(diagnostic, source, &failure, target)
        }
        Cause::Divisor(divisor) => {
            let diagnostic = error("the divisor may be zero, and nothing handles that")
                .secondary(*divisor, "only a constant is known not to be zero");
            with_other_ways(handled(diagnostic), source, &failure, target)
        }
        Cause::Operands(operands) => {
            let diagnostic = operands.explain(error("this can fail, and nothing handles that"));
            let diagnostic = match operands.convert(diagnostic.clone(), source) {
                Some(converted) => converted,
                None => handled(diagnostic),
            };
            with_other_ways(diagnostic, source, &failure, target)
        }
        Cause::Template { name, kinds } => {
            let diagnostic = error("this can fail, and nothing handles that");
            with_other_ways(
                in_template(diagnostic, source, *name, *kinds),
                source,
                &failure,
                target,
            )
        }
        Cause::Parts => {
            let diagnostic = handled(error("this can fail, and nothing handles that"));
            with_other_ways(diagnostic, source, &failure, target)
        }
    }
}

pub(crate) fn predicate_not_boolean(
    source: Source<'_>,
    predicate: &Predicate,
    kind: &Kind,
) -> Diagnostic {
    let kinds = kind.set();
    let diagnostic = Diagnostic::error(
        Code::PredicateNotBoolean,
        format!("an `if` needs a boolean, and this is {}", describe(kind)),
    )
    .primary(predicate.span, format!("is {}", describe(kind)));
    let Some(last) = predicate.exprs.last() else { return diagnostic };
    let (comparison, other) = if kind.may_be(KindSet::BOOLEAN) {
        ("== true", "!= null")
    } else if kinds == KindSet::BYTES {
        ("!= \"\"", "== \"…\"")
    } else if KindSet::NUMBER.contains(kinds) && !kind.is_never() {
        ("!= 0", "> 1")
    } else {
        ("!= null", "== …")
    };
    let text = source.operand(last);
    let diagnostic =
        diagnostic.help(format!("compare it: `{text} {comparison}`, or `{text} {other}`"));
    match last.node {
        Node::If(_) | Node::Assign(_) | Node::Abort(_) | Node::Return(..) | Node::Break => {
            diagnostic
        }
        _ if is_operand(&last.node) => {
            diagnostic.edit(after(last.span), format!(" {comparison}"), false)
        }
        _ => diagnostic.edit(before(last.span), "(", false).edit(
            after(last.span),
            format!(") {comparison}"),
            false,
        ),
    }
}

pub(crate) fn fallible_abort(source: Source<'_>, message: &Expr) -> Diagnostic {
    let diagnostic =
        Diagnostic::error(Code::FallibleExit, "the message of this `abort` can fail to be made")
            .primary(message.span, "may fail when the program runs");
    with_default(diagnostic, source, message.span, "\"unknown\"", Position::Alone)
}

pub(crate) fn abort_message_not_string(
    source: Source<'_>,
    message: &Expr,
    kind: &Kind,
) -> Diagnostic {
    let (span, is) = (message.span, describe(kind));
    let diagnostic = Diagnostic::error(
        Code::AbortMessageNotString,
        format!("the message of `abort` must be a string, and this is {is}"),
    )
    .primary(span, format!("is {is}"));
    let text = source.quote(span);
    let (function, end) = if kind.may_be(KindSet::BYTES) {
        ("string", ") ?? \"unknown\"")
    } else {
        ("encode_json", ")")
    };
    diagnostic
        .help(format!("turn it into text: `abort {function}({text}{end}`"))
        .edit(before(span), format!("{function}("), false)
        .edit(after(span), end, false)
}

pub(crate) fn fallible_return(
    source: Source<'_>,
    keyword: Span,
    value: &Expr,
    kinds: KindSet,
) -> Diagnostic {
    let diagnostic =
        Diagnostic::error(Code::FallibleExit, "what this `return` gives can fail to be made")
            .primary(keyword, "")
            .secondary(value.span, "may fail when the program runs");
    with_default(diagnostic, source, value.span, default_of(kinds), Position::Alone)
}

pub(crate) fn break_outside_loop(span: Span) -> Diagnostic {
    Diagnostic::error(Code::BreakOutsideLoop, "there is no loop here that `break` could end")
        .primary(span, "not in the closure of `for_each`")
        .help("`break` stands in the closure of `for_each` itself; `return` ends the program, `abort` drops the event")
}
