//! The parameters of the closures around the cursor, found by their tokens: they are there although the call
//! that takes the closure does not compile yet.

use vrlet::syntax::{TokenKind, tokens};

use crate::open_call::Token;

/// The names of the parameters of all closures whose body is open at the end of a text, outermost first.
pub(crate) fn of_open_closures(program: &str) -> Vec<&str> {
    let tokens = tokens(program);
    let mut open: Vec<Vec<&str>> = Vec::new();
    for (index, (kind, span)) in tokens.iter().enumerate() {
        match &program[span.range()] {
            _ if *kind != TokenKind::Bracket => {}
            "{" => open.push(before(program, &tokens[..index]).unwrap_or_default()),
            "(" | "[" => open.push(Vec::new()),
            _ => drop(open.pop()),
        }
    }
    open.concat()
}

/// The parameters at the end of some tokens: `-> |key, value|`.
fn before<'a>(program: &'a str, tokens: &[Token]) -> Option<Vec<&'a str>> {
    let text = |(_, span): &Token| &program[span.range()];
    let (_, inner) = tokens.split_last().filter(|(end, _)| text(end) == "|")?;
    let start = inner.iter().rposition(|token| text(token) == "|")?;
    inner[..start].last().filter(|arrow| text(arrow) == "->")?;
    let names = inner[start..].iter().filter(|(kind, _)| *kind == TokenKind::Name);
    Some(names.map(text).collect())
}

/// Whether some tokens end in the list of a closure's parameters: `-> |key, va`. Names there are new.
pub(crate) fn are_listed_at_end(program: &str, tokens: &[Token]) -> bool {
    let text = |(_, span): &Token| &program[span.range()];
    let listed =
        tokens.iter().rev().take_while(|token| token.0 == TokenKind::Name || text(token) == ",");
    let rest = &tokens[..tokens.len() - listed.count()];
    matches!(rest, [.., arrow, bar] if text(arrow) == "->" && text(bar) == "|")
}

#[cfg(test)]
mod tests {
    use vrlet::syntax::tokens;

    use super::{are_listed_at_end, of_open_closures};

    #[test]
    fn lists_of_parameters() {
        let is_in_list = |program| are_listed_at_end(program, &tokens(program));
        for program in ["f(.a) -> |", "f(.a) -> |k", "f(.a) -> |k, ", "f(.a) -> |_k, va"] {
            assert!(is_in_list(program), "{program}");
        }
        for program in ["f(.a) -> |k|", "f(.a) -> |k| { x", ".a | b", "f(a, b", "k", ""] {
            assert!(!is_in_list(program), "{program}");
        }
    }

    #[test]
    fn closures_that_are_open() {
        assert_eq!(of_open_closures("f(.a) -> |k, v| { x = "), ["k", "v"]);
        assert_eq!(of_open_closures("f(.a) -> |k| { g([1]) -> |_, w| {"), ["k", "_", "w"]);
        for none in ["f(.a) -> |k, v| { 1 }", "f(.a) -> |k, ", "f(.a) -> || {", "x | y | {", ")}{"]
        {
            assert!(of_open_closures(none).is_empty(), "{none}");
        }
    }
}
