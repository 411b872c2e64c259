//! The entry point of the parser: parses one root expression at a time and recovers after one that fails.

use pest::Parser;
use pest::error::{ErrorVariant, InputLocation};
use vrlet_diagnostic::{Diagnostic, Span};

use crate::ast::{Ast, RootExpr};
use crate::build::Builder;
use crate::doubts::doubts;
use crate::error;
use crate::grammar::{Grammar, Rule};
use crate::lexer::{Kind, Lexer, after_separator};
use crate::limits::MAX_BROKEN;
use crate::prescan::prescan;
use crate::syntax_error::syntax_error;

/// Reads a program.
///
/// A piece that does not parse becomes [`RootExpr::Broken`] in its place, and parsing goes on after the
/// next newline or semicolon.
///
/// # Errors
///
/// What spoils the whole text is reported alone: an open string, a bad escape, a number out of
/// range, brackets nested too deep, a text beyond 4 GiB.
pub fn parse(source: &str) -> Result<Ast, Vec<Diagnostic>> {
    if u32::try_from(source.len()).is_err() {
        return Err(vec![error::source_too_long()]);
    }
    prescan(source).map_err(|diagnostic| vec![diagnostic])?;
    let mut roots = Vec::new();
    let mut broken = 0;
    let mut attempted = Vec::new();
    // Editors put a byte order mark there.
    let mut at = if source.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    while let Some(start) = next_expression(source, at) {
        let (root, end) = parse_root(source, start);
        at = end;
        if let RootExpr::Broken(_) = root {
            attempted.extend(assigned(&source[..end], start));
        }
        broken += usize::from(matches!(root, RootExpr::Broken(_)));
        match root {
            RootExpr::Broken(diagnostic) if broken == MAX_BROKEN => {
                roots.push(RootExpr::Broken(error::last_of_many(diagnostic)));
                break;
            }
            RootExpr::Broken(_) | RootExpr::Expr(_) => roots.push(root),
        }
    }
    let doubts = if broken == 0 { doubts(source) } else { Vec::new() };
    Ok(Ast { roots, doubts, attempted })
}

/// The variables before a sign of assignment, in a piece that does not parse: `let x = 1`, `x := 1`.
fn assigned(source: &str, start: usize) -> Vec<String> {
    let tokens: Vec<_> = Lexer::new(source, start).collect();
    let is_sign = |index: usize| {
        tokens.get(index).is_some_and(|sign| matches!(sign.text, "=" | "+=" | "-=" | "??=" | "||="))
    };
    let named = tokens.iter().enumerate().filter(|(index, word)| {
        let is_name = word.kind == Kind::Word
            && !source[..word.start].ends_with(['.', '%', '@', '"'])
            && word.text.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_');
        let next = tokens.get(index + 1).map_or("", |next| next.text);
        is_name
            && (is_sign(index + 1)
                || matches!(next, ":" | ",") && (is_sign(index + 2) || is_sign(index + 3)))
    });
    named.map(|(_, word)| word.text.to_owned()).collect()
}

/// Where the next expression begins, after blanks, comments and empty lines.
fn next_expression(source: &str, at: usize) -> Option<usize> {
    Lexer::new(source, at).find(|token| token.kind != Kind::Newline).map(|token| token.start)
}

/// Reads the expression at `start`; returns it, or what is wrong with it, and where to go on.
fn parse_root(source: &str, start: usize) -> (RootExpr, usize) {
    let failure = match Grammar::parse(Rule::root, &source[start..]) {
        Ok(mut pairs) => match pairs.next() {
            Some(root) => {
                let end = start + root.as_span().end();
                match Builder::new(start).root(root) {
                    Ok(expr) => return (RootExpr::Expr(expr), after_separator(source, end, end)),
                    // The grammar knows where it ends: what follows is not part of the mistake.
                    Err(diagnostic) => {
                        return (RootExpr::Broken(*diagnostic), after_separator(source, end, end));
                    }
                }
            }
            None => unreachable!("checked: the root rule leaves a root"),
        },
        Err(failure) => {
            let position = start
                + match failure.location {
                    InputLocation::Pos(position) | InputLocation::Span((position, _)) => position,
                };
            match failure.variant {
                ErrorVariant::ParsingError { positives, .. } => {
                    syntax_error(source, start, position, &positives)
                }
                ErrorVariant::CustomError { .. } => error::too_deep(Span::new(position, position)),
            }
        }
    };
    let from = failure.span().map_or(start, |span| span.start as usize);
    let end = after_separator(source, start, from);
    (RootExpr::Broken(failure), end)
}
