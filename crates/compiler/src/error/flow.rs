//! Errors of control flow: unhandled failures, conditions that are no booleans, `break` outside of loops.

use vrlet_diagnostic::{Code, Diagnostic, Span};
use vrlet_parser::ast::{Expr, Predicate};
use vrlet_value::{Kind, KindSet};

use super::snippet::snippet;
use super::{after, describe};
use crate::failure::Cause;

pub(crate) fn unhandled_failure(span: Span, cause: &Cause) -> Diagnostic {
    let error = |message: String| {
        Diagnostic::error(Code::UnhandledFailure, message)
            .primary(span, "may fail when the program runs")
    };
    match cause {
        Cause::Call(name) => {
            let text = &name.text;
            error(format!("`{text}` can fail here, and nothing handles that"))
                .help(format!(
                    "give a value for the failure, `{text}(…) ?? \"default\"`, catch the error, \
                     `value, err = {text}(…)`, or let it end the program, `{text}!(…)`"
                ))
                .edit(after(name.span), "!", false)
        }
        Cause::Divisor(divisor) => {
            error("the divisor may be zero, and nothing handles that".to_owned())
                .secondary(*divisor, "only a constant is known not to be zero")
                .help(
                    "give a value for that case, `a / b ?? 0`, or catch the error, \
                     `value, err = a / b`",
                )
        }
        Cause::Operands(operands) => {
            let diagnostic = error("this can fail, and nothing handles that".to_owned());
            let diagnostic = operands.explain(diagnostic.clone()).unwrap_or(diagnostic);
            diagnostic.help(
                "or give a value for the failure, `(…) ?? 0`, or catch the error, `value, err = …`",
            )
        }
        Cause::Parts => error("this can fail, and nothing handles that".to_owned())
            .help("give a value for the failure, `(…) ?? 0`, or catch the error, `value, err = …`"),
    }
}

pub(crate) fn predicate_not_boolean(predicate: &Predicate, kind: &Kind) -> Diagnostic {
    let may_fit = kind.may_be(KindSet::BOOLEAN);
    let kind = describe(kind);
    let text = predicate.exprs.last().map_or_else(|| "…".to_owned(), snippet);
    Diagnostic::error(
        Code::PredicateNotBoolean,
        format!("an `if` needs a boolean, and this is {kind}"),
    )
    .primary(predicate.span, format!("is {kind}"))
    .help(if may_fit {
        format!("compare it, `{text} == true` or `{text} != null`, or make sure of its kind: `bool!({text})`")
    } else {
        "write a comparison, as in `.a == 1`".to_owned()
    })
}

pub(crate) fn fallible_abort(message: &Expr) -> Diagnostic {
    Diagnostic::error(Code::FallibleExit, "the message of this `abort` can fail to be made")
        .primary(message.span, "may fail when the program runs")
        .help(format!("give a text for that case: `abort {} ?? \"unknown\"`", snippet(message)))
}

pub(crate) fn abort_message_not_string(message: Span, kind: &Kind) -> Diagnostic {
    let kind = describe(kind);
    Diagnostic::error(
        Code::AbortMessageNotString,
        format!("the message of `abort` must be a string, and this is {kind}"),
    )
    .primary(message, format!("is {kind}"))
    .help("turn it into text: `abort encode_json(…)`, or write the text in quotes")
}

pub(crate) fn fallible_return(keyword: Span, value: &Expr) -> Diagnostic {
    Diagnostic::error(Code::FallibleExit, "what this `return` gives can fail to be made")
        .primary(keyword, "")
        .secondary(value.span, "may fail when the program runs")
        .help(format!("give a value for that case: `return {} ?? null`", snippet(value)))
}

pub(crate) fn break_outside_loop(span: Span) -> Diagnostic {
    Diagnostic::error(Code::BreakOutsideLoop, "there is no loop here that `break` could end")
        .primary(span, "not in the closure of `for_each`")
        .help("`break` stands in the closure of `for_each` itself; `return` ends the program, `abort` drops the event")
}
