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

#[cfg(test)]
mod tests {
    use super::of_open_closures;

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
