//! Errors of closures: missing, needless, of the wrong parameters or the wrong result.

use vrlet_diagnostic::{Code, Diagnostic, Span};
use vrlet_function::ClosureSignature;
use vrlet_parser::ast::{Call, Closure};
use vrlet_value::Kind;

use super::{assertion, describe};

pub(crate) fn needless_closure(closure: Span, function: &str) -> Diagnostic {
    Diagnostic::error(Code::NeedlessClosure, format!("`{function}` takes no closure"))
        .primary(closure, "nothing would run this")
        .help("leave out the closure; `for_each`, `map_values` and `filter` take one")
        .edit(closure, "", false)
}

pub(crate) fn missing_closure(call: &Call, signature: &ClosureSignature) -> Diagnostic {
    let name = &call.name.text;
    Diagnostic::error(Code::MissingClosure, format!("`{name}` needs a closure"))
        .primary(call.span, "no closure after it")
        .help(format!("add one: `{name}(…) -> |{}| {{ … }}`", params(signature)))
}

pub(crate) fn closure_input(
    whole: Span,
    call: &Call,
    signature: &ClosureSignature,
    kind: &Kind,
) -> Diagnostic {
    let name = &call.name.text;
    let diagnostic = Diagnostic::error(
        Code::ClosureInput,
        format!(
            "`{name}` goes over {:#}, and `{}` may be something else",
            signature.over, signature.input.name
        ),
    )
    .primary(whole, format!("goes over {}", describe(kind)));
    match assertion(signature.over) {
        Some(function) => diagnostic.help(format!(
            "make sure of the kind: `{name}({function}!(…))`, or `{name}({function}(…) ?? {})`",
            if function == "array" { "[]" } else { "{}" }
        )),
        None => diagnostic.help(format!("give it {:#}", signature.over)),
    }
}

pub(crate) fn closure_parameters(
    call: &Call,
    closure: &Closure,
    signature: &ClosureSignature,
) -> Diagnostic {
    let (given, wanted) = (closure.parameters.len(), signature.params.len());
    let name = &call.name.text;
    Diagnostic::error(
        Code::ClosureParameters,
        format!(
            "the closure of `{name}` takes {wanted} parameter{}, and this one has {given}",
            if wanted == 1 { "" } else { "s" }
        ),
    )
    .primary(call.name.span, "")
    .secondary(closure.span, format!("expected `|{}|`", params(signature)))
    .help(format!(
        "write `-> |{}| {{ … }}`; `_` stands for one that is not needed",
        params(signature)
    ))
}

pub(crate) fn closure_result(
    block: Span,
    signature: &ClosureSignature,
    kind: &Kind,
    function: &str,
) -> Diagnostic {
    let wanted = signature.result;
    let kind = describe(kind);
    let diagnostic = Diagnostic::error(
        Code::ClosureResult,
        format!("the closure of `{function}` must give {wanted:#}, and this gives {kind}"),
    )
    .primary(block, format!("gives {kind}, expected {wanted:#}"));
    match assertion(wanted) {
        Some(assertion) => diagnostic
            .help(format!("make sure of the kind of its last expression: `{assertion}!(…)`")),
        None => diagnostic.help(format!("end it with an expression that gives {wanted:#}")),
    }
}

fn params(signature: &ClosureSignature) -> String {
    signature.params.iter().map(|param| param.name).collect::<Vec<_>>().join(", ")
}
