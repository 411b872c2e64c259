//! Errors of closures: missing, needless, of the wrong parameters or the wrong result.

use vrlet_diagnostic::{Code, Diagnostic, Span};
use vrlet_function::ClosureSignature;
use vrlet_parser::ast::{Call, Closure, Node};
use vrlet_value::{Kind, KindSet};

use super::default_value::default_of;
use super::source::{Source, is_operand};
use super::{after, assertion, before, describe};

pub(crate) fn needless_closure(closure: Span, function: &str) -> Diagnostic {
    Diagnostic::error(Code::NeedlessClosure, format!("`{function}` takes no closure"))
        .primary(closure, "nothing would run this")
        .help("leave out the closure; `for_each`, `map_values` and `filter` take one")
        .edit(closure, "", false)
}

pub(crate) fn missing_closure(
    source: Source<'_>,
    call: &Call,
    signature: &ClosureSignature,
) -> Diagnostic {
    let name = &call.name.text;
    Diagnostic::error(Code::MissingClosure, format!("`{name}` needs a closure"))
        .primary(call.span, "no closure after it")
        .help(format!("add one: `{} -> |{}| {{ … }}`", source.call(call), params(signature)))
}

/// `input` is what the closure goes over.
pub(crate) fn closure_input(
    source: Source<'_>,
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
    let argument = call.arguments.iter().find(|argument| match &argument.name {
        None => true,
        Some(name) => name.text == signature.input.name,
    });
    let Some(input) = argument.map(|argument| argument.value.span) else { return diagnostic };
    if !kind.may_be(signature.over) {
        return diagnostic.help(format!("give it {:#}", signature.over));
    }
    let is_object = !signature.over.intersects(KindSet::ARRAY)
        || kind.may_be(KindSet::OBJECT) && !kind.may_be(KindSet::ARRAY)
        || names_keys(call.closure.as_ref());
    let (function, default) = if is_object { ("object", "{}") } else { ("array", "[]") };
    let other = if is_object { "array(…) ?? []" } else { "object(…) ?? {}" };
    let text = source.quote(input);
    let diagnostic = diagnostic
        .help(format!("let another kind be empty: `{name}({function}({text}) ?? {default}) -> …`"))
        .edit(before(input), format!("{function}("), false)
        .edit(after(input), format!(") ?? {default}"), false);
    if signature.over.contains(KindSet::COLLECTION) {
        diagnostic.help(format!("or `{other}`, whichever it is"))
    } else {
        diagnostic
    }
}

/// Whether the first parameter of a closure with two is called like a key.
fn names_keys(closure: Option<&Closure>) -> bool {
    let first = closure.filter(|closure| closure.parameters.len() == 2);
    let first = first.and_then(|closure| closure.parameters.first()?.as_ref());
    first.is_some_and(|name| {
        let name = name.text.trim_start_matches('_');
        ["k", "key", "name", "field"].contains(&name)
    })
}

pub(crate) fn closure_parameters(
    source: Source<'_>,
    call: &Call,
    closure: &Closure,
    signature: &ClosureSignature,
) -> Diagnostic {
    let (given, wanted) = (closure.parameters.len(), signature.params.len());
    let name = &call.name.text;
    let diagnostic = Diagnostic::error(
        Code::ClosureParameters,
        format!(
            "the closure of `{name}` takes {wanted} parameter{}, and this one has {given}",
            if wanted == 1 { "" } else { "s" }
        ),
    )
    .primary(call.name.span, "")
    .secondary(closure.span, format!("expected `|{}|`", params(signature)));
    // Keys and indexes stand before values: who names one parameter of two means the value, and of two
    // where one is wanted the last.
    let last = closure.parameters.last().and_then(Option::as_ref).map(|name| name.text.as_str());
    let text = source.text(closure.span);
    let bars = text.find('|').and_then(|open| {
        let close = open + 1 + text[open + 1..].find('|')?;
        Some(Span {
            start: closure.span.start + u32::try_from(open).ok()?,
            end: closure.span.start + u32::try_from(close).ok()? + 1,
        })
    });
    let list = match (last, wanted) {
        (Some(last), 1) => format!("|{last}|"),
        (Some(last), 2) if given == 1 => format!("|_, {last}|"),
        (None, 2) if given == 0 => "|_, _|".to_owned(),
        (None, 1) => "|_|".to_owned(),
        _ => {
            return diagnostic.help(format!(
                "write `-> |{}| {{ … }}`; `_` stands for one that is not needed",
                params(signature)
            ));
        }
    };
    let diagnostic = diagnostic.help(format!(
        "write `-> {list} {{ … }}` for `|{}|`; `_` stands for one that is not needed",
        params(signature)
    ));
    match bars {
        Some(bars) => diagnostic.edit(bars, list, false),
        None => diagnostic,
    }
}

pub(crate) fn closure_result(
    source: Source<'_>,
    closure: &Closure,
    signature: &ClosureSignature,
    kind: &Kind,
    function: &str,
) -> Diagnostic {
    let wanted = signature.result;
    let is = describe(kind);
    let block = &closure.block;
    let diagnostic = Diagnostic::error(
        Code::ClosureResult,
        format!("the closure of `{function}` must give {wanted:#}, and this gives {is}"),
    )
    .primary(block.span, format!("gives {is}, expected {wanted:#}"));
    let last = block.exprs.last().filter(|last| can_be_argument(&last.node));
    let (Some(assertion), Some(last), true) = (assertion(wanted), last, kind.may_be(wanted)) else {
        return diagnostic.help(format!("end it with an expression that gives {wanted:#}"));
    };
    let default = default_of(wanted);
    let text = source.quote(last.span);
    diagnostic
        .help(format!("make sure of the kind: `{assertion}({text}) ?? {default}`"))
        .edit(before(last.span), format!("{assertion}("), false)
        .edit(after(last.span), format!(") ?? {default}"), false)
}

/// Whether an expression can stand between the parentheses of a call.
fn can_be_argument(node: &Node) -> bool {
    is_operand(node) || matches!(node, Node::Operation(_) | Node::Not { .. })
}

fn params(signature: &ClosureSignature) -> String {
    signature.params.iter().map(|param| param.name).collect::<Vec<_>>().join(", ")
}
