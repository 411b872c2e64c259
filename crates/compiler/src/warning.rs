//! The wording of compile warnings: one constructor for each.

use vrlet_diagnostic::{Code, Diagnostic, Severity, Span};
use vrlet_function::ArgumentWarning;
use vrlet_parser::ast::{Call, Doubt, DoubtKind, Name};
use vrlet_value::Kind;

use crate::error;

/// `!` after a call that can't fail, or that VRL takes for one: `fails_untyped`.
pub(crate) fn needless_bang(function: &Name, bang: Span, fails_untyped: bool) -> Diagnostic {
    let name = &function.text;
    let (message, label) = if fails_untyped {
        (format!("`{name}` ends the program on failure with its `!` or without"), "needs no `!`")
    } else {
        (format!("`{name}` can't fail here, so its `!` does nothing"), "never fails")
    };
    Diagnostic::warning(Code::NeedlessBang, message)
        .primary(function.span, label)
        .help("leave out the `!`")
        .edit(bang, "", true)
}

/// What the tokens of a program say that its author hardly means.
pub(crate) fn doubt(doubt: &Doubt) -> Diagnostic {
    let Doubt { kind, span, meant } = doubt;
    let path = |message: &str| Diagnostic::warning(Code::DoubtfulPath, message);
    match kind {
        DoubtKind::DoubledQuotes => path("quotes that are doubled are two empty names more")
            .primary(*span, "three names: an empty one before and after this one")
            .help(format!("quote the name once: `{meant}`"))
            .edit(*span, meant, false),
        DoubtKind::MissingDot => path("this path goes on without a dot")
            .primary(*span, "the next name of the path")
            .help(format!("write the dot, `{meant}`, if this is part of the path"))
            .edit(Span { end: span.start, ..*span }, ".", false),
        DoubtKind::CommentInPath => path("the `#` begins a comment, and the path ends before it")
            .primary(*span, "a path, and a comment")
            .help(format!(
                "a name with a `#` stands in quotes, `.{meant}`; before a comment belongs a blank"
            )),
        DoubtKind::OpenTemplate => Diagnostic::warning(
            Code::NoEffect,
            "this `{{` has no `}}`, so the rest of the string is dropped",
        )
        .primary(*span, "dropped")
        .help(if meant.starts_with('\\') {
            "write `\\{{` for braces as they are".to_owned()
        } else {
            format!("close it, `{meant}`, or write `\\{{{{` for braces as they are")
        }),
    }
}

/// `return` in a closure, which fails when it is reached; `breaks` says that `break` ends the call.
pub(crate) fn return_in_closure(keyword: Span, breaks: bool) -> Diagnostic {
    Diagnostic::warning(
        Code::ReturnInClosure,
        "`return` can't leave a closure: it fails when it is reached",
    )
    .primary(keyword, "fails here")
    .help(if breaks {
        "`break` ends the loop; to go on with the next element, put the rest into an `if`"
    } else {
        "a closure gives the value of its last expression: `if … { … } else { … }`"
    })
}

/// A key that comes again in an object literal.
pub(crate) fn duplicate_key(first: &Name, again: Span) -> Diagnostic {
    Diagnostic::warning(
        Code::NoEffect,
        format!("the key `{}` stands here twice, and only the last value counts", first.text),
    )
    .primary(first.span, "has no effect")
    .secondary(again, "replaces it")
    .help("leave one of them out, or rename it")
}

/// A call of a function that VRL has dropped.
pub(crate) fn deprecated(function: &Name, instead: &str) -> Diagnostic {
    Diagnostic::warning(
        Code::Deprecated,
        format!("`{}` is gone from VRL; it runs here for the sake of old scripts", function.text),
    )
    .primary(function.span, "only vrlet knows it")
    .help(instead)
}

/// A constant that a function takes, and that hardly says what is meant.
pub(crate) fn doubtful_argument(
    call: &Call,
    argument: Option<Span>,
    concern: &ArgumentWarning,
) -> Diagnostic {
    let diagnostic = Diagnostic::warning(
        Code::DoubtfulArgument,
        format!("`{}`: {}", call.name.text, concern.message),
    )
    .primary(argument.unwrap_or(call.span), "");
    concern.help.iter().fold(diagnostic, |diagnostic, help| diagnostic.help(help))
}

/// A comparison whose result nobody takes.
pub(crate) fn dropped_comparison(span: Span, target: Option<(Span, &str)>) -> Diagnostic {
    let diagnostic =
        Diagnostic::warning(Code::DroppedComparison, "this compares, and nobody takes the result")
            .primary(span, "made and dropped");
    match target {
        Some((operator, target)) => diagnostic
            .help(format!("to assign, write `{target} = …`; to decide, `if {target} == … {{ … }}`"))
            .edit(operator, "=", false),
        None => diagnostic.help("put it into an `if`, assign it, `x = …`, or leave it out"),
    }
}

/// An error where the host is lenient.
pub(crate) fn lenient(diagnostic: Diagnostic) -> Diagnostic {
    Diagnostic { severity: Severity::Warning, ..diagnostic }
}

/// A value that is made and dropped.
pub(crate) fn unused_value(span: Span, what: &str) -> Diagnostic {
    Diagnostic::warning(Code::Unused, format!("the value of this {what} is never used"))
        .primary(span, "made and dropped")
        .help("assign it, `x = …`, or leave it out")
        .edit(span, "", false)
}

/// What is known of a place is relied upon, and something else may be there by now.
pub(crate) fn stale_kind(span: Span, known: &Kind, now: &Kind, cause: Span) -> Diagnostic {
    let (known, now) = (error::describe(known), error::describe(now));
    Diagnostic::warning(
        Code::StaleKind,
        format!("this is known to be {known}, but by now it may be {now}"),
    )
    .primary(span, "fails if it is")
    .secondary(cause, "changes it, which is not followed")
    .help("keep what is of another kind in a variable or field of its own")
}

/// A variable that is assigned and never read.
pub(crate) fn unused_variable(name: &str, span: Span) -> Diagnostic {
    Diagnostic::warning(Code::Unused, format!("the variable `{name}` is never read"))
        .primary(span, "assigned here")
        .help(format!("leave it out, or call it `_{name}` if that is meant"))
        .edit(Span { end: span.start, ..span }, "_", false)
}
