//! The wording of compile warnings: one constructor for each.

use vrlet_diagnostic::{Code, Diagnostic, Severity, Span};
use vrlet_parser::ast::{Assign, Expr, Name};
use vrlet_value::Kind;

use crate::error;

/// `!` after a call that can't fail.
pub(crate) fn needless_bang(function: &Name, bang: Span) -> Diagnostic {
    Diagnostic::warning(
        Code::NeedlessBang,
        format!("`{}` can't fail here, so its `!` does nothing", function.text),
    )
    .primary(function.span, "never fails")
    .help("leave out the `!`")
    .edit(bang, "", true)
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

/// The error of the same name, where the host is lenient.
pub(crate) fn needless_error_target(assign: &Assign, error: &Expr, fresh: bool) -> Diagnostic {
    lenient(error::needless_error_target(assign, error, fresh))
}

/// The error of the same name, where the host is lenient.
pub(crate) fn needless_coalesce(left: Span, whole: Span, sure: bool) -> Diagnostic {
    lenient(error::needless_coalesce(left, whole, sure))
}

fn lenient(diagnostic: Diagnostic) -> Diagnostic {
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
