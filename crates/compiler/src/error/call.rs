//! Errors of calls: how many arguments, their names, their kinds, what the function refuses.

use vrlet_diagnostic::{Code, Diagnostic, Span};
use vrlet_function::{ArgumentError, Function, Param};
use vrlet_parser::ast::{Call, Expr, Literal, Name, Node};
use vrlet_value::{Kind, KindSet};

use super::snippet::snippet;
use super::{after, assertion, before, describe};
use vrlet_diagnostic::nearest;

/// Why an argument can't be bound at compile time.
pub(crate) enum BindingError {
    NotConstant,
    NotInPlace,
    NotAnObjectInPlace,
    NotAPath,
    NotInList(String),
    ElementNotConstant,
    ReadOnly,
}

impl BindingError {
    fn remark(&self) -> &'static str {
        match self {
            Self::NotConstant | Self::ElementNotConstant => "known only when the program runs",
            Self::NotInPlace => "no array or object literal",
            Self::NotAnObjectInPlace => "no object literal",
            Self::NotAPath => "no path",
            Self::NotInList(_) => "unknown word",
            Self::ReadOnly => "read-only",
        }
    }
}

pub(crate) fn too_many_arguments(call: &Call, function: &Function) -> Diagnostic {
    let (given, most) = (call.arguments.len(), function.params.len());
    let start = |index: usize| {
        call.arguments
            .get(index)
            .map(|argument| argument.name.as_ref().map_or(argument.value.span, |name| name.span))
    };
    let end = call.arguments.last().map_or(call.span, |argument| argument.value.span);
    let counted = if most == 1 { "1 argument" } else { &format!("{most} arguments") };
    Diagnostic::error(
        Code::TooManyArguments,
        format!("`{}` takes at most {counted}, here are {given}", call.name.text),
    )
    .primary(start(0).unwrap_or(call.span).to(end), "too many")
    .help(format!("call it as `{}`", signature(function)))
}

pub(crate) fn unknown_argument(name: &Name, function: &Function) -> Diagnostic {
    let diagnostic = Diagnostic::error(
        Code::UnknownArgument,
        format!("`{}` has no argument `{}`", function.name, name.text),
    )
    .primary(name.span, "unknown name");
    if let ("truncate", "ellipsis") = (function.name, name.text.as_str()) {
        return diagnostic.help("older versions of VRL had it; write `suffix: \"...\"`");
    }
    match nearest(&name.text, function.params.iter().map(|param| param.name)) {
        Some(similar) => {
            diagnostic.help(format!("did you mean `{similar}`?")).edit(name.span, similar, false)
        }
        None => diagnostic.help(format!("call it as `{}`", signature(function))),
    }
}

pub(crate) fn missing_argument(call: &Call, missing: &[&Param]) -> Diagnostic {
    let names: Vec<String> = missing.iter().map(|param| format!("`{}`", param.name)).collect();
    let names = names.join(" and ");
    let example =
        missing.iter().map(|param| format!("{}: …", param.name)).collect::<Vec<_>>().join(", ");
    let separator = if call.arguments.is_empty() { "" } else { "…, " };
    Diagnostic::error(
        Code::MissingArgument,
        format!("`{}` is called without {names}", call.name.text),
    )
    .primary(call.span, format!("needs {names}"))
    .help(format!("add it: `{}({separator}{example})`", call.name.text))
}

/// The argument can't be of the right kind.
pub(crate) fn argument_kind(
    call: &Call,
    param: &Param,
    argument: &Expr,
    kind: &Kind,
) -> Diagnostic {
    let span = argument.span;
    let diagnostic = wrong_kind("is", call, param, span, kind);
    if let (Node::Literal(Literal::String(text)), KindSet::REGEX) = (&argument.node, param.kinds) {
        let regex = format!("r'{}'", text.replace('\'', "\\'"));
        let help = if regex.len() > 40 || text.contains('\n') { "r'…'" } else { &regex };
        return diagnostic
            .help(format!("write it as a regex: `{help}`"))
            .edit(span, &*regex, false);
    }
    match conversion(param) {
        Some(function) => diagnostic
            .help(format!("convert it: `{function}!({})`", snippet(argument)))
            .edit(before(span), format!("{function}!("), false)
            .edit(after(span), ")", false),
        None => diagnostic.help(format!("give it {}", wanted(param))),
    }
}

/// The argument may or may not be of the right kind.
pub(crate) fn possible_argument_kind(
    call: &Call,
    param: &Param,
    argument: &Expr,
    kind: &Kind,
) -> Diagnostic {
    let span = argument.span;
    let diagnostic = wrong_kind("may be", call, param, span, kind);
    match assertion(param.kinds).filter(|_| param.elements.is_none()) {
        Some(function) => diagnostic
            .help(format!("make sure of the kind: `{}`", around(call, argument, function)))
            .edit(before(span), format!("{function}!("), false)
            .edit(after(span), ")", false),
        None => diagnostic
            .help(format!("let a wrong kind end the program: `{}!(…)`", call.name.text))
            .edit(after(call.name.span), "!", false),
    }
}

fn wrong_kind(verb: &str, call: &Call, param: &Param, span: Span, kind: &Kind) -> Diagnostic {
    let wanted = wanted(param);
    Diagnostic::error(
        Code::ArgumentKind,
        format!(
            "`{}` wants {wanted} as `{}`, and this {verb} of another kind",
            call.name.text, param.name
        ),
    )
    .primary(span, format!("{verb} {}, expected {wanted}", describe(kind)))
}

fn wanted(param: &Param) -> String {
    match param.elements {
        None => format!("{:#}", param.kinds),
        Some(elements) => format!("{:#} of {elements} elements", param.kinds),
    }
}

fn conversion(param: &Param) -> Option<&'static str> {
    match assertion(param.kinds)? {
        "string" => Some("to_string"),
        "int" => Some("to_int"),
        "float" => Some("to_float"),
        "bool" => Some("to_bool"),
        _ => None,
    }
}

/// The call with a function around one of its arguments: `f(…, string!(.a))`.
fn around(call: &Call, argument: &Expr, function: &str) -> String {
    let at = call.arguments.iter().position(|given| given.value.span == argument.span);
    let before = if at.is_some_and(|at| at > 0) { "…, " } else { "" };
    let after = if at.is_some_and(|at| at + 1 < call.arguments.len()) { ", …" } else { "" };
    format!("{}({before}{function}!({}){after})", call.name.text, snippet(argument))
}

pub(crate) fn fallible_argument(argument: &Expr, param: &str) -> Diagnostic {
    let diagnostic = Diagnostic::error(
        Code::FallibleArgument,
        format!("the argument `{param}` can fail by itself"),
    )
    .primary(argument.span, "may fail when the program runs");
    let diagnostic = match &argument.node {
        Node::Call(inner) if inner.bang.is_none() => {
            let name = &inner.name.text;
            diagnostic
                .help(format!(
                    "handle the failure in place, `{name}(…) ?? \"default\"`, or let it end the \
                     program, `{name}!(…)`"
                ))
                .edit(after(inner.name.span), "!", false)
        }
        _ => diagnostic.help(
            "handle the failure in place: `(…) ?? \"default\"`, or a `!` after the function inside",
        ),
    };
    diagnostic.note("a `!` after the outer function does not cover its arguments")
}

/// The function refuses its constants.
pub(crate) fn refused(call: &Call, argument: Option<Span>, error: &ArgumentError) -> Diagnostic {
    let diagnostic = Diagnostic::error(
        Code::FunctionRefused,
        format!("`{}` refuses this call: {}", call.name.text, error.message),
    )
    .primary(call.span, "");
    let diagnostic = match argument {
        Some(span) => diagnostic.secondary(span, error.code.title()),
        None => diagnostic,
    };
    let diagnostic = error.help.iter().fold(diagnostic, |diagnostic, help| diagnostic.help(help));
    diagnostic.note(format!("reason {}: {}", error.code, error.code.title()))
}

/// A parameter that binds at compile time can't take its argument.
pub(crate) fn binding_error(
    call: &Call,
    span: Span,
    param: &Param,
    error: &BindingError,
) -> Diagnostic {
    let name = param.name;
    let (code, message, help) = match error {
        BindingError::NotConstant => (
            Code::ArgumentNotStatic,
            format!("`{name}` must be known before the program runs"),
            format!("write the value itself: `{name}: {}`", sample(param)),
        ),
        BindingError::NotInPlace => (
            Code::ArgumentNotStatic,
            format!("`{name}` must be written in the call itself"),
            format!(
                "write the array or object here, not in a variable: `{name}: {}`",
                sample(param)
            ),
        ),
        BindingError::NotAnObjectInPlace => (
            Code::ArgumentNotStatic,
            format!("`{name}` must be an object written in the call itself"),
            format!("write its keys here; its values can be anything: `{name}: {{\"key\": .a}}`"),
        ),
        BindingError::NotAPath => (
            Code::ArgumentNotStatic,
            format!("`{name}` must be a path"),
            "name a place: `.a.b`, `%a` or `x.a`".to_owned(),
        ),
        BindingError::NotInList(text) => (
            Code::ArgumentNotInList,
            format!("`{text}` is none of the words that `{name}` knows"),
            match nearest(text, param.choices.iter().copied()) {
                Some(similar) => format!("did you mean `\"{similar}\"`?"),
                None => format!("write one of {}", list(param.choices)),
            },
        ),
        BindingError::ElementNotConstant => (
            Code::ElementNotConstant,
            format!("the elements of `{name}` must be known before the program runs"),
            "write the elements themselves".to_owned(),
        ),
        BindingError::ReadOnly => (
            Code::ReadOnly,
            "the host does not let programs change this place".to_owned(),
            "name another path".to_owned(),
        ),
    };
    Diagnostic::error(
        Code::FunctionRefused,
        format!("`{}` refuses this call: {message}", call.name.text),
    )
    .primary(call.span, "")
    .secondary(span, error.remark())
    .help(help)
    .note(format!("reason {code}: {}", code.title()))
}

fn sample(param: &Param) -> String {
    match param.choices.first() {
        Some(choice) => format!("\"{choice}\""),
        None if param.kinds.contains(KindSet::ARRAY) => "[…]".to_owned(),
        None if param.kinds.contains(KindSet::OBJECT) => "{…}".to_owned(),
        None if param.kinds.contains(KindSet::BYTES) => "\"…\"".to_owned(),
        None => "…".to_owned(),
    }
}

fn list(words: &[&str]) -> String {
    words.iter().map(|word| format!("`\"{word}\"`")).collect::<Vec<_>>().join(", ")
}

/// How a function is called: `slice(value, start, [end])`.
fn signature(function: &Function) -> String {
    let params = function.params.iter().map(|param| {
        if param.required { param.name.to_owned() } else { format!("[{}]", param.name) }
    });
    format!("{}({})", function.name, params.collect::<Vec<_>>().join(", "))
}
