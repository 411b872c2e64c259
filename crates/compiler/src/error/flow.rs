//! Failures that nobody handles, conditions that decide nothing, ways out that lead nowhere.

use vrlet_diagnostic::{Code, Diagnostic, Span};
use vrlet_value::Kind;

use super::{behind, describe};
use crate::check::Cause;

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
                .edit(behind(name.span), "!", false)
        }
        Cause::Divisor(divisor) => {
            error("the divisor may be zero, and nothing handles that".to_owned())
                .secondary(*divisor, "only a constant is known not to be zero")
                .help(
                    "give a value for that case, `a / b ?? 0`, or catch the error, \
                     `value, err = a / b`",
                )
        }
        Cause::Kinds => error("this can fail, and nothing handles that".to_owned()).help(
            "make sure of the operands' kinds, as in `int!(.a) + 1`, give a value for the failure, \
                 `(…) ?? 0`, or catch the error, `value, err = …`",
        ),
    }
}

pub(crate) fn predicate_not_boolean(span: Span, kind: &Kind) -> Diagnostic {
    let kind = describe(kind);
    Diagnostic::error(
        Code::PredicateNotBoolean,
        format!("an `if` needs a boolean, and this is {kind}"),
    )
    .primary(span, format!("is {kind}"))
    .help("compare it, as in `.a == true` or `.a != null`, or make sure of its kind: `bool!(.a)`")
}

pub(crate) fn fallible_abort(message: Span) -> Diagnostic {
    Diagnostic::error(Code::FallibleExit, "the message of this `abort` can fail to be made")
        .primary(message, "may fail when the program runs")
        .help("give a text for that case: `abort to_string(.a) ?? \"unknown\"`")
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

pub(crate) fn fallible_return(keyword: Span, value: Span) -> Diagnostic {
    Diagnostic::error(Code::FallibleExit, "what this `return` gives can fail to be made")
        .primary(keyword, "")
        .secondary(value, "may fail when the program runs")
        .help("handle the failure first: `return to_int(.a) ?? 0`")
}

pub(crate) fn break_outside_loop(span: Span) -> Diagnostic {
    Diagnostic::error(Code::BreakOutsideLoop, "there is no loop here that `break` could end")
        .primary(span, "not in the closure of `for_each`")
        .help("`break` stands in the closure of `for_each` itself; `return` ends the program, `abort` drops the event")
}
