//! The scan of a whole text before it is parsed: finds what would spoil all of it, such as a string that
//! is never closed, and brackets nested so deep that the parser would run out of stack.

use vrlet_diagnostic::{Diagnostic, Span};

use crate::error;
use crate::escape::{EscapeError, escape};
use crate::lexer::{Kind, Lexer, Token};
use crate::limits::MAX_BRACKETS;

/// Finds what spoils the whole text: a literal that can't be read, or brackets nested too deep for
/// the parser. Either is reported alone.
pub(crate) fn prescan(source: &str) -> Result<(), Diagnostic> {
    let mut lexer = Lexer::new(source, 0);
    let mut open = Vec::new();
    for token in lexer.by_ref() {
        match token.kind {
            Kind::String => check_string(&token)?,
            Kind::Quoted if !is_closed(&token, '\'', 2) => {
                return Err(error::unterminated_literal(token.start, token.text));
            }
            Kind::Number => check_number(source, &token)?,
            Kind::Open => {
                open.push(token);
                if open.len() > MAX_BRACKETS {
                    return Err(error::brackets_too_deep(token.span()));
                }
            }
            Kind::Close => {
                open.pop();
            }
            Kind::Quoted | Kind::Word | Kind::Newline => {}
            Kind::Semicolon | Kind::Operator | Kind::Other => {}
        }
    }
    match open.last() {
        Some(bracket) if lexer.ends_in_comment() => Err(error::end_in_comment(bracket)),
        Some(_) | None => Ok(()),
    }
}

/// Whether a literal ends with its closing quote.
fn is_closed(token: &Token<'_>, quote: char, content: usize) -> bool {
    let inner = &token.text[content.min(token.text.len())..];
    let Some(body) = inner.strip_suffix(quote) else { return false };
    let backslashes = body.len() - body.trim_end_matches('\\').len();
    backslashes % 2 == 0
}

fn check_string(token: &Token<'_>) -> Result<(), Diagnostic> {
    let mut at = 1;
    while let Some(found) = token.text[at..].find('\\') {
        at += found;
        let start = token.start + at;
        match escape(&token.text[at..]) {
            Ok((_, length)) => at += length,
            Err(EscapeError::Unknown(offset)) => match token.text[at + offset..].chars().next() {
                Some(character) => return Err(error::bad_escape(start, offset, character)),
                None => break,
            },
            Err(EscapeError::NoCharacter(length)) => {
                return Err(error::no_character(Span::new(start, start + length)));
            }
        }
    }
    if is_closed(token, '"', 1) { Ok(()) } else { Err(error::unterminated_string(token.start)) }
}

/// Refuses integers beyond 64 bits. The lowest integer has no positive counterpart, so its digits
/// pass after a minus; the builder refuses them where that minus turns out to be a subtraction.
fn check_number(source: &str, token: &Token<'_>) -> Result<(), Diagnostic> {
    if token.text.contains('.') {
        return Ok(());
    }
    let negative = source[..token.start].ends_with('-');
    let digits = token.text.replace('_', "");
    match digits.parse::<u64>() {
        Ok(number) if number <= i64::MAX.unsigned_abs() + u64::from(negative) => Ok(()),
        Ok(_) | Err(_) => {
            let start = token.start - usize::from(negative);
            Err(error::number_out_of_range(Span::new(start, token.end())))
        }
    }
}
