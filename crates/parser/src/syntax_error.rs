//! The diagnosis of a syntax error: picks the message that fits the context, and the suggestion.

use vrlet_diagnostic::Diagnostic;

use crate::error;
use crate::error_context::ErrorContext;
use crate::expected::expected;
use crate::grammar::Rule;
use crate::keywords::is_reserved;
use crate::lexer::{Kind, Token};
use crate::suggest::suggest;
use crate::tokens::is_called;

/// The diagnostic for what the grammar did not expect at `position`: the expression begins at `start`,
/// and `rules` is what could have followed.
pub(crate) fn syntax_error(
    source: &str,
    start: usize,
    position: usize,
    rules: &[Rule],
) -> Diagnostic {
    let context = ErrorContext::new(source, start, position);
    let expected = expected(&context, rules);
    let diagnostic = match context.token {
        None => {
            let end = context.before.map_or(start, |token| token.end());
            error::ends_early(end, &expected, context.open.last())
        }
        Some(token) if is_reserved(token.text) && !is_called(&source[token.end()..]) => {
            error::reserved(&token)
        }
        Some(token) => match (context.block_before_path(), context.unmatched_opener()) {
            (Some(block), _) => return error::path_after_block(block, &token),
            (None, Some(open)) => return error::left_over(&token, open),
            (None, None) => unexpected(&context, &token, &expected),
        },
    };
    suggest(&context, diagnostic)
}

fn unexpected(context: &ErrorContext<'_>, token: &Token<'_>, expected: &str) -> Diagnostic {
    let open = context.open.last();
    if token.kind == Kind::Close {
        return match open {
            Some(open) if open.closing() != token.text => {
                error::wrong_closing(token, expected, open)
            }
            Some(_) => error::closes_early(token, expected),
            None => error::never_opened(token, expected),
        };
    }
    let may_lack_end =
        |open: &&Token<'_>| context.follows_newline() && expected.contains(open.closing());
    error::unexpected(token, expected, open.filter(may_lack_end))
}
