//! Errors of calls: how many arguments, their names, their kinds, what the function refuses.

use vrlet_diagnostic::{Code, Diagnostic, Span};
use vrlet_function::{ArgumentError, Function, Param};
use vrlet_parser::ast::{Call, Expr, Literal, Name, Node};
use vrlet_value::{Kind, KindSet};

use super::default_value::default_of;
use super::handling::{Position, with_default};
use super::source::Source;
use super::{after, assertion, before, describe};
use crate::foreign_functions::path_of;
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

pub(crate) fn missing_argument(source: Source<'_>, call: &Call, missing: &[&Param]) -> Diagnostic {
    let names: Vec<String> = missing.iter().map(|param| format!("`{}`", param.name)).collect();
    let names = names.join(" and ");
    let example =
        missing.iter().map(|param| format!("{}: …", param.name)).collect::<Vec<_>>().join(", ");
    let separator = if call.arguments.is_empty() { "" } else { ", " };
    let text = source.call(call);
    let text = text.rsplit_once(')').map_or(text.as_str(), |(text, _)| text);
    Diagnostic::error(
        Code::MissingArgument,
        format!("`{}` is called without {names}", call.name.text),
    )
    .primary(call.span, format!("needs {names}"))
    .help(format!("add it: `{text}{separator}{example})`"))
}

/// The argument can't be of the right kind.
pub(crate) fn argument_kind(
    source: Source<'_>,
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
    let text = source.quote(span);
    let is_one_kind = |wanted: KindSet| !kind.is_never() && wanted.contains(kind.set());
    let (opening, closing) = match (&argument.node, assertion(param.kinds)) {
        (Node::Literal(Literal::String(literal)), Some("int")) if is_integer(literal) => {
            return diagnostic.help(format!("write it as a number: `{literal}`")).edit(
                span,
                literal.as_str(),
                false,
            );
        }
        (_, Some("array")) if param.kinds == KindSet::ARRAY && !kind.may_be(KindSet::OBJECT) => {
            ("[", "]")
        }
        (_, Some("string")) if kind.is(KindSet::COLLECTION) => ("encode_json(", ")"),
        (_, Some("string")) if is_one_kind(SCALAR) => ("to_string(", ")"),
        (_, Some("string")) => ("to_string(", ") ?? \"\""),
        (_, Some("int")) if is_one_kind(INTO_INTEGER) => ("to_int(", ") ?? 0"),
        (_, Some("float")) if is_one_kind(INTO_INTEGER) => ("to_float(", ") ?? 0.0"),
        (_, Some("bool")) if is_one_kind(INTO_INTEGER) => ("to_bool(", ") ?? false"),
        (_, Some("timestamp")) if kind.is(KindSet::BYTES) => {
            ("parse_timestamp(", ", format: \"%+\") ?? now()")
        }
        (_, Some("timestamp")) if kind.is(KindSet::INTEGER) => {
            ("from_unix_timestamp(", ") ?? now()")
        }
        _ => return diagnostic.help(format!("give it {}", wanted(param))),
    };
    diagnostic
        .help(format!("convert it: `{opening}{text}{closing}`"))
        .edit(before(span), opening, false)
        .edit(after(span), closing, false)
}

/// What has a text of its own.
const SCALAR: KindSet = KindSet::BYTES
    .or(KindSet::NUMBER)
    .or(KindSet::BOOLEAN)
    .or(KindSet::TIMESTAMP)
    .or(KindSet::NULL);
/// What can be converted to a number.
const INTO_INTEGER: KindSet = SCALAR;

fn is_integer(text: &str) -> bool {
    text.parse::<i64>().is_ok() && !text.starts_with('+')
}

/// A second path where a function takes one.
pub(crate) fn another_path(source: Source<'_>, call: &Call, argument: &Expr) -> Option<Diagnostic> {
    let is_path = |expr: &Expr| matches!(expr.node, Node::Query(_));
    let is_list = call.arguments.iter().all(|it| it.name.is_none() && is_path(&it.value));
    if call.name.text != "del" || !is_list {
        return None;
    }
    let calls: Vec<String> =
        call.arguments.iter().map(|it| format!("del({})", source.text(it.value.span))).collect();
    let calls = calls.join("; ");
    Some(
        Diagnostic::error(Code::ArgumentKind, "`del` takes one path, and this is another one")
            .primary(argument.span, "expected one path")
            .help(format!("write a call for each: `{calls}`"))
            .edit(call.span, calls, false),
    )
}

/// The argument may or may not be of the right kind.
pub(crate) fn possible_argument_kind(
    source: Source<'_>,
    call: &Call,
    param: &Param,
    argument: &Expr,
    kind: &Kind,
) -> Diagnostic {
    let span = argument.span;
    let diagnostic = wrong_kind("may be", call, param, span, kind);
    // What is missing is added to, where that is what the function does.
    let (function, default) = match param.kinds {
        KindSet::ARRAY if param.elements.is_none() => ("array", "[]"),
        KindSet::OBJECT => ("object", "{}"),
        _ => return diagnostic,
    };
    let fixed = format!("{function}({}) ?? {default}", source.text(span));
    let (head, tail) =
        (Span { end: span.start, ..call.span }, Span { start: span.end, ..call.span });
    let whole = format!("{}{fixed}{}", source.text(head), source.text(tail));
    let fits = source.quote(call.span) != "…";
    let shown = if fits { whole } else { fixed };
    diagnostic
        .help(format!("let another kind be empty: `{shown}`"))
        .edit(before(span), format!("{function}("), false)
        .edit(after(span), format!(") ?? {default}"), false)
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

pub(crate) fn fallible_argument(
    source: Source<'_>,
    argument: &Expr,
    param: &str,
    kinds: KindSet,
    kind: &Kind,
) -> Diagnostic {
    let diagnostic = Diagnostic::error(
        Code::FallibleArgument,
        format!("the argument `{param}` can fail by itself"),
    )
    .primary(argument.span, "may fail when the program runs");
    let wanted = if kinds == KindSet::ANY { kind.set() } else { kinds };
    let default = default_of(match () {
        () if kind.is(wanted) => kind.set(),
        () if wanted.contains(KindSet::BYTES) && !kind.is(KindSet::COLLECTION) => KindSet::BYTES,
        () => wanted,
    });
    let diagnostic = with_default(diagnostic, source, argument.span, default, Position::Alone);
    let diagnostic = match &argument.node {
        Node::Call(inner) if inner.bang.is_none() => {
            let name = &inner.name.text;
            let call = source.call(inner);
            let rest = call.strip_prefix(name.as_str()).unwrap_or("(…)");
            diagnostic.help(format!("or let it end the program, `{name}!{rest}`"))
        }
        _ => diagnostic,
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
    source: Source<'_>,
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
    let diagnostic = Diagnostic::error(
        Code::FunctionRefused,
        format!("`{}` refuses this call: {message}", call.name.text),
    )
    .primary(call.span, "")
    .secondary(span, error.remark())
    .note(format!("reason {code}: {}", code.title()));
    match (error, path_of(source.text(span))) {
        (BindingError::NotAPath, Some(path)) => diagnostic
            .help(format!("a path stands without quotes: `{path}`"))
            .edit(span, path, false),
        _ => diagnostic.help(help),
    }
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
