//! Failures that nobody handles, conditions that decide nothing, ways out that lead nowhere.

use vrlet_diagnostic::{Code, Diagnostic, Span};
use vrlet_parser::ast::Name;
use vrlet_value::Kind;

use super::{behind, describe};

pub(crate) fn unhandled_failure(span: Span, call: Option<&Name>) -> Diagnostic {
    match call {
        Some(name) => {
            let name_text = &name.text;
            Diagnostic::error(
                Code::UnhandledFailure,
                format!("`{name_text}` can fail here, and nothing handles that"),
            )
            .primary(span, "may fail when the program runs")
            .help(format!(
                "give a value for the failure, `{name_text}(…) ?? \"default\"`, catch the error, \
                     `value, err = {name_text}(…)`, or let it end the program, `{name_text}!(…)`"
            ))
            .edit(behind(name.span), "!", false)
        }
        None => Diagnostic::error(
            Code::UnhandledFailure,
            "this can fail, and nothing handles that",
        )
        .primary(span, "may fail when the program runs")
        .help(
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
