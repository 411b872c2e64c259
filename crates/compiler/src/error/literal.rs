//! Errors of literals: regular expressions, timestamps and numbers that can't be read.

use vrlet_diagnostic::{Code, Diagnostic, Span};

pub(crate) fn not_a_number_literal(span: Span) -> Diagnostic {
    Diagnostic::error(Code::NotANumberLiteral, "this number is not a number")
        .primary(span, "no float is NaN here")
}

/// The cause comes from the regex engine and spans several lines, of which the last says what is wrong.
pub(crate) fn bad_regex(span: Span, cause: &str) -> Diagnostic {
    let reason = cause.lines().last().unwrap_or(cause).trim();
    let reason = reason.strip_prefix("error: ").unwrap_or(reason);
    Diagnostic::error(Code::BadRegex, "this regular expression does not compile")
        .primary(span, reason)
        .help("put a backslash before a character that is meant as itself, as in `r'\\('`")
        .note("look-around and back-references do not exist here: matching takes linear time")
}

pub(crate) fn too_large_regex(span: Span) -> Diagnostic {
    repeating_less(
        Diagnostic::error(Code::BadRegex, "this regular expression takes too much memory")
            .primary(span, "more than 10 MiB when compiled"),
    )
}

pub(crate) fn too_many_regexes(span: Span) -> Diagnostic {
    let message = "the regular expressions of this program take too much memory together";
    repeating_less(
        Diagnostic::error(Code::BadRegex, message).primary(span, "no room is left for this one"),
    )
}

fn repeating_less(diagnostic: Diagnostic) -> Diagnostic {
    diagnostic.help("repeat less: `\\w{500}` takes as much room as 500 times `\\w`")
}

pub(crate) fn bad_timestamp(span: Span, text: &str, expected: &str) -> Diagnostic {
    Diagnostic::error(Code::BadTimestamp, format!("`{text}` is not a timestamp"))
        .primary(span, format!("expected {expected}"))
        .help("write date, time and offset: `t'2021-01-31T09:30:00Z'`")
}
