//! Suggestions for two expressions without a separator between them: the comma, the newline or the colon that
//! is missing.

use vrlet_diagnostic::{Diagnostic, Span};

use crate::error_context::ErrorContext;
use crate::lexer::{Kind, Token};

/// Whether the token begins a value after another value.
pub(crate) fn adjacent_values(context: &ErrorContext<'_>, token: &Token<'_>) -> bool {
    let ends = context.last.is_some_and(|last| match last.kind {
        Kind::Word | Kind::Number | Kind::String | Kind::Quoted | Kind::Close => true,
        Kind::Newline | Kind::Semicolon | Kind::Open | Kind::Operator | Kind::Other => false,
    });
    let begins = match token.kind {
        Kind::Word | Kind::Number | Kind::String | Kind::Quoted | Kind::Open => true,
        Kind::Other => token.text == ".",
        Kind::Newline | Kind::Semicolon | Kind::Close | Kind::Operator => false,
    };
    ends && begins
}

/// Two values side by side lack a comma, a newline, or what else belongs between them.
pub(crate) fn adjacent(
    context: &ErrorContext<'_>,
    token: &Token<'_>,
    diagnostic: Diagnostic,
) -> Diagnostic {
    let Some(last) = context.last.filter(|_| adjacent_values(context, token)) else {
        return diagnostic;
    };
    let at = Span::new(last.end(), last.end());
    if context.is_key() {
        return diagnostic.help("put a `:` between key and value").edit(at, ":", true);
    }
    match context.open.last() {
        Some(open) if context.in_list() => {
            let closing = open.closing();
            let text = if last.text.len() > 30 || last.text.contains('\n') {
                format!("put a `,` before it, or close with `{closing}`")
            } else {
                format!("put a `,` after `{}`, or close with `{closing}`", last.text)
            };
            diagnostic.help(text).edit(at, ",", false)
        }
        Some(open) if open.text == "(" => {
            diagnostic.help("close the parentheses with `)`").edit(at, ")", false)
        }
        _ if context.in_condition => {
            diagnostic.help("the block of an `if` stands in braces, `{ … }`")
        }
        _ if context.is_part_of_path(&last) && context.assigns_next(token) => {
            let name = format!("{} {}", last.text, token.text);
            diagnostic.help(format!("a name with a blank stands in quotes, `.\"{name}\"`")).edit(
                last.span().to(token.span()),
                format!("\"{name}\""),
                false,
            )
        }
        _ if last.kind == Kind::Word
            && last.end() < token.start
            && !context.is_part_of_path(&last)
            && !context.follows_newline() =>
        {
            diagnostic.help(format!(
                "put a newline or a `;` between two expressions; what a call is given stands in \
                 parentheses, `{}(…)`",
                last.text
            ))
        }
        Some(_) | None => {
            diagnostic.help("put a newline or a `;` between two expressions").edit(at, ";", false)
        }
    }
}
