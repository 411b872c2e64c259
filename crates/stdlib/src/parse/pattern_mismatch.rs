//! Error messages of patterns: how far a text matches, and which part of the pattern does not.
//!
//! A pattern is tried without its last part, then without the last two, and so on. That is done when somebody
//! reads the message, never where the failure is handled.

use regex::Regex;
use regex_syntax::ast::{Ast, parse::Parser};

use crate::mismatch::{excerpt, expected};

/// So many parts of a pattern are tried.
const MAX_PARTS: usize = 64;

/// How far a text matches a pattern.
pub(super) struct Reach {
    /// How many bytes of the text the parts match that fit.
    pub(super) end: usize,
    /// The part that comes after them.
    part: String,
}

impl Reach {
    /// Which part is expected where, and what stands there.
    pub(super) fn explain(&self, text: &str) -> String {
        expected(&format!("`{}`", excerpt(&self.part)), text, self.end)
    }
}

/// How far a text matches a pattern that is cut at the ends of its parts; `find` says where a beginning of it
/// ends in the text, `None` where it is not found or is no pattern of its own.
pub(super) fn reach(
    pattern: &str,
    ends: &[usize],
    find: impl Fn(&str) -> Option<usize>,
) -> Option<Reach> {
    if ends.len() > MAX_PARTS {
        return None;
    }
    let beginnings = ends.iter().zip(ends.iter().skip(1)).rev();
    let found = beginnings
        .filter_map(|(end, next)| Some((find(pattern.get(..*end)?)?, pattern.get(*end..*next)?)))
        .next();
    match (found, ends) {
        (Some((end, part)), _) => Some(Reach { end, part: part.to_owned() }),
        (None, [first, ..]) => Some(Reach { end: 0, part: pattern.get(..*first)?.to_owned() }),
        (None, []) => None,
    }
}

/// Why a text does not match a regular expression.
pub(super) fn explain_regex(regex: &str, text: &str) -> String {
    let whole = "the expression does not match";
    let find = |part: &str| Some(Regex::new(part).ok()?.find(text)?.end());
    match ends_of_parts(regex).and_then(|ends| reach(regex, &ends, find)) {
        Some(reach) => format!("{whole}: {}", reach.explain(text)),
        None => whole.to_owned(),
    }
}

/// Where the parts of a regular expression end; `None` where it is one of several.
fn ends_of_parts(regex: &str) -> Option<Vec<usize>> {
    match &Parser::new().parse(regex).ok()? {
        Ast::Concat(parts) => Some(joined(regex, &parts.asts)),
        Ast::Alternation(_) => None,
        _ => Some(vec![regex.len()]),
    }
}

/// The ends of the parts, of which literals that follow one another are one, and so are flags and what they are
/// for.
fn joined(regex: &str, parts: &[Ast]) -> Vec<usize> {
    let mut ends: Vec<usize> = Vec::new();
    let mut after_literal = false;
    for (index, part) in parts.iter().enumerate() {
        let is_literal = matches!(part, Ast::Literal(_));
        if index > 0 && !(is_literal && after_literal) && !matches!(parts[index - 1], Ast::Flags(_))
        {
            ends.push(part.span().start.offset);
        }
        after_literal = is_literal;
    }
    ends.push(regex.len());
    ends
}

#[cfg(test)]
mod tests {
    use super::explain_regex;

    #[test]
    fn the_part_that_does_not_match_is_named_with_its_place() {
        let regex = r"^(?P<host>[\d.]+):(?P<port>\d+)$";
        let cases = [
            ("10.0.0.1:x", "expected `(?P<port>\\d+)` at column 10, found `x`"),
            ("10.0.0.1", "expected `:` at column 9, found the end"),
            ("host:1", "expected `(?P<host>[\\d.]+)` at column 1, found `host:1`"),
            ("1:1 ", "expected `$` at column 4, found ` `"),
        ];
        for (text, message) in cases {
            assert_eq!(
                explain_regex(regex, text),
                format!("the expression does not match: {message}"),
                "{text}"
            );
        }
    }

    #[test]
    fn expressions_of_one_part_or_of_several_to_choose_from_are_refused_too() {
        let whole = "the expression does not match";
        assert_eq!(
            explain_regex(r"\d+", "ab"),
            format!("{whole}: expected `\\d+` at column 1, found `ab`")
        );
        assert_eq!(explain_regex("a|b", "c"), whole);
        assert_eq!(
            explain_regex("(?i)ab(c)", "ABd"),
            format!("{whole}: expected `(c)` at column 3, found `d`")
        );
        assert_eq!(
            explain_regex("", "ab"),
            format!("{whole}: expected `` at column 1, found `ab`")
        );
    }
}
