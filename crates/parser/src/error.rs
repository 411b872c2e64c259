//! The messages of syntax errors: one constructor for each, from plain facts.
//!
//! Which of them applies is decided where they are called; what to type instead is added by `suggest`.

use vrlet_diagnostic::{Code, Diagnostic, Note, Span};

use crate::lexer::{Kind, Token};
use crate::limits::{MAX_BRACKETS, MAX_BROKEN, MAX_DEPTH};

/// A source beyond what spans can address.
pub(crate) fn source_too_long() -> Diagnostic {
    Diagnostic::error(Code::ParserFailure, "the program is longer than 4 GiB")
        .primary(Span::default(), "")
}

/// Brackets that would need too much stack.
pub(crate) fn brackets_too_deep(bracket: Span) -> Diagnostic {
    let message = format!("brackets may be nested {MAX_BRACKETS} levels deep, not deeper");
    Diagnostic::error(Code::ParserFailure, message)
        .primary(bracket, "one level too deep")
        .help("give the inner part a name: assign it to a variable before")
}

/// A tree that would need too much stack.
pub(crate) fn too_deep(at: Span) -> Diagnostic {
    let message = format!("an expression may be nested {MAX_DEPTH} levels deep, not deeper");
    Diagnostic::error(Code::ParserFailure, message)
        .primary(at, "too deep from here on")
        .help("give the inner part a name: assign it to a variable before")
}

/// A path with more segments than a value may have levels.
pub(crate) fn path_too_long(at: Span) -> Diagnostic {
    let message = format!("a path may have {MAX_DEPTH} segments, not more");
    Diagnostic::error(Code::ParserFailure, message).primary(at, "too long from here on")
}

/// The error after which the rest of the program is not read.
pub(crate) fn last_of_many(mut diagnostic: Diagnostic) -> Diagnostic {
    let text = format!("this is the {MAX_BROKEN}th syntax error, the rest was not read");
    diagnostic.notes.push(Note::Note(text));
    diagnostic
}

/// `"abc`
pub(crate) fn unterminated_string(start: usize) -> Diagnostic {
    Diagnostic::error(Code::UnterminatedString, "the string has no closing `\"`")
        .primary(Span::new(start, start + 1), "opened here")
        .help("a quote inside of a string is written `\\\"`")
}

/// `s'abc`
pub(crate) fn unterminated_literal(start: usize, text: &str) -> Diagnostic {
    let kind = match text.as_bytes().first() {
        Some(b'r') => "regex",
        Some(b't') => "timestamp",
        _ => "raw string",
    };
    Diagnostic::error(Code::UnterminatedLiteral, format!("the {kind} has no closing `'`"))
        .primary(Span::new(start, start + 1), "opened here")
        .help("a quote inside of it is written `\\'`")
}

/// `"\x"`; the backslash stands at `start`, the culprit is `offset` bytes after it.
pub(crate) fn bad_escape(start: usize, offset: usize, culprit: char) -> Diagnostic {
    let at = start + offset;
    let span = Span::new(at, at + culprit.len_utf8());
    if offset > 1 {
        return Diagnostic::error(Code::BadEscape, "`\\u` needs hexadecimal digits in braces")
            .primary(span, "expected `{`, digits and `}`")
            .help("for example `\\u{e4}` for `ä`");
    }
    let shown = culprit.escape_debug();
    Diagnostic::error(Code::BadEscape, format!("`\\{shown}` is no escape"))
        .primary(span, "expected one of `n r t 0 \\ \" ' { } u`")
        .help("a backslash itself is written `\\\\`; patterns are easier as `r'…'`, text as `s'…'`")
        .edit(Span::new(start, start + 1), "\\\\", false)
}

/// `"\u{110000}"`
pub(crate) fn no_character(span: Span) -> Diagnostic {
    Diagnostic::error(Code::BadUnicodeEscape, "there is no character with this number")
        .primary(span, "expected a number up to `10ffff`, outside of `d800` to `dfff`")
}

/// `9223372036854775808`
pub(crate) fn number_out_of_range(span: Span) -> Diagnostic {
    Diagnostic::error(Code::NumberOutOfRange, "the number does not fit into 64 bits")
        .primary(span, "expected at most 9223372036854775807")
        .help("write it with a point to make it a float, or between quotes to keep all digits")
}

/// `f( # a`
pub(crate) fn end_in_comment(bracket: &Token<'_>) -> Diagnostic {
    let closing = bracket.closing();
    let message = format!("the program ends in a comment while a `{}` is open", bracket.text);
    Diagnostic::error(Code::EndInComment, message)
        .primary(Span::default(), "")
        .secondary(bracket.span(), format!("expected `{closing}` for this before the end"))
        .help(format!("a comment reaches to the end of its line: put the `{closing}` on a new one"))
}

/// `1 < 2 < 3`; the places of both operators.
pub(crate) fn chained_comparison(first: Span, second: Span) -> Diagnostic {
    Diagnostic::error(Code::ChainedComparison, "a comparison can't be compared again")
        .primary(second, "the left side of this is a comparison")
        .secondary(first, "this one")
        .help("join two comparisons, `a < b && b < c`, or put one between parentheses")
}

/// `f() = 1`: what is left of the sign can't be assigned to.
pub(crate) fn not_assignable(at: Span, target: Span) -> Diagnostic {
    let diagnostic =
        Diagnostic::error(Code::UnexpectedToken, "this is not a place that can be assigned to");
    let diagnostic = if at == target {
        diagnostic.primary(at, "expected a path or a variable")
    } else {
        diagnostic.primary(at, "").secondary(target, "expected a path or a variable")
    };
    diagnostic.help("to compare two values, write `==`")
}

/// `x = 1 +`: nothing follows; `open` is the innermost bracket that is not closed.
pub(crate) fn ends_early(at: usize, expected: &str, open: Option<&Token<'_>>) -> Diagnostic {
    let diagnostic = Diagnostic::error(Code::UnexpectedEnd, "the program ends too early")
        .primary(Span::new(at, at), format!("expected {expected}"));
    still_open(diagnostic, open)
}

/// `for = 1`
pub(crate) fn reserved(token: &Token<'_>) -> Diagnostic {
    Diagnostic::error(Code::ReservedWord, format!("the word `{}` is reserved", token.text))
        .primary(token.span(), "expected another name")
}

/// `if x { y }.a`
pub(crate) fn path_after_block(block: Span, token: &Token<'_>) -> Diagnostic {
    Diagnostic::error(Code::UnexpectedToken, "a path can't follow this block")
        .primary(block, "the block of an `if` or of a closure")
        .secondary(token.span(), "the path begins here")
        .help("assign the value to a variable first, then read from that")
}

/// A bracket that closed something which parsing already gave up.
pub(crate) fn left_over(token: &Token<'_>, open: Span) -> Diagnostic {
    let message = format!("this `{}` is left over from a broken expression", token.text);
    Diagnostic::error(Code::UnexpectedToken, message)
        .primary(token.span(), "will be fine once that is mended")
        .secondary(open, "opened here")
}

/// `(1]`
pub(crate) fn wrong_closing(token: &Token<'_>, expected: &str, open: &Token<'_>) -> Diagnostic {
    let message = format!("expected `{}` before {}", open.closing(), describe(token));
    let diagnostic = Diagnostic::error(Code::UnexpectedToken, message)
        .primary(token.span(), format!("expected {expected}"));
    still_open(diagnostic, Some(open))
}

/// `(1 + )`
pub(crate) fn closes_early(token: &Token<'_>, expected: &str) -> Diagnostic {
    let message = format!("expected {expected}, found {}", describe(token));
    Diagnostic::error(Code::UnexpectedToken, message)
        .primary(token.span(), format!("expected {expected}"))
}

/// `1)`
pub(crate) fn never_opened(token: &Token<'_>, expected: &str) -> Diagnostic {
    let message = format!("there is no open bracket for this {}", describe(token));
    Diagnostic::error(Code::UnexpectedToken, message)
        .primary(token.span(), format!("expected {expected}"))
}

/// Any other token that the grammar did not expect; `open` is the bracket whose end may be missing.
pub(crate) fn unexpected(
    token: &Token<'_>,
    expected: &str,
    open: Option<&Token<'_>>,
) -> Diagnostic {
    // A newline has no width, or its caret would reach into the next line.
    let span = if token.kind == Kind::Newline {
        Span::new(token.start, token.start)
    } else {
        token.span()
    };
    let message = format!("expected {expected}, found {}", describe(token));
    let diagnostic =
        Diagnostic::error(Code::UnexpectedToken, message).primary(span, "not expected here");
    still_open(diagnostic, open)
}

fn still_open(diagnostic: Diagnostic, open: Option<&Token<'_>>) -> Diagnostic {
    match open {
        Some(bracket) => diagnostic.secondary(bracket.span(), "this is still open"),
        None => diagnostic,
    }
}

/// A token in a sentence.
fn describe(token: &Token<'_>) -> String {
    match token.kind {
        Kind::Newline => "the end of the line".to_owned(),
        Kind::String | Kind::Quoted if token.text.len() > 30 || token.text.contains('\n') => {
            "a literal".to_owned()
        }
        Kind::Other if token.text.chars().all(|c| c.is_control() || c == '\u{feff}') => {
            format!("the character {}", token.text.escape_unicode())
        }
        Kind::Other if token.text == "`" => "a backtick".to_owned(),
        Kind::Word | Kind::Number | Kind::String | Kind::Quoted | Kind::Semicolon => code(token),
        Kind::Open | Kind::Close | Kind::Operator | Kind::Other => code(token),
    }
}

fn code(token: &Token<'_>) -> String {
    let mut text: String = token.text.chars().take(40).collect();
    if text.len() < token.text.len() {
        text.push('…');
    }
    format!("`{text}`")
}
