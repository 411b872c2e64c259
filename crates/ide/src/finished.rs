//! The program before the statement at the cursor, completed so that it compiles: what is known at the
//! cursor comes from it.

use std::ops::Range;

use vrlet::syntax::{TokenKind, tokens};

/// A program that ends where a statement begins, but for brackets that close what is open.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Finished {
    /// The program. In the place of the statement stands `null`.
    pub program: String,
    /// Where the statement begins.
    pub statement: usize,
}

/// An open bracket.
struct Open {
    /// What closes it.
    end: &'static str,
    /// Whether statements stand in it.
    is_block: bool,
    /// Where the last of them begins.
    statement: usize,
}

impl Finished {
    /// The finished part of a text that ends at the cursor.
    pub fn of(text: &str) -> Self {
        let pieces: Vec<(TokenKind, Range<usize>)> =
            tokens(text).into_iter().map(|(kind, span)| (kind, span.range())).collect();
        let mut open = vec![Open { end: "", is_block: true, statement: 0 }];
        let mut before: Option<&(TokenKind, Range<usize>)> = None;
        for (index, piece) in pieces.iter().enumerate() {
            let (kind, range) = piece;
            let piece_text = &text[range.clone()];
            if *kind == TokenKind::Comment {
                continue;
            }
            if let Some(block) = open.last_mut().filter(|block| block.is_block)
                && before.is_none_or(|before| ends_statement(text, before, range.start))
            {
                block.statement = range.start;
            }
            match piece_text {
                "{" => {
                    let is_block = !is_object(text, before, &pieces[index + 1..]);
                    open.push(Open { end: "}", is_block, statement: range.end });
                }
                "(" => open.push(Open { end: ")", is_block: false, statement: range.end }),
                "[" => open.push(Open { end: "]", is_block: false, statement: range.end }),
                ")" | "]" | "}" if open.len() > 1 => {
                    open.pop();
                }
                _ => {}
            }
            before = Some(piece);
        }
        // The cursor may stand where the next one begins.
        if let Some(block) = open.last_mut().filter(|block| block.is_block)
            && before.is_none_or(|before| ends_statement(text, before, text.len()))
        {
            block.statement = text.len();
        }
        let innermost = open.iter().rposition(|open| open.is_block).unwrap_or_default();
        let statement = open.get(innermost).map_or(0, |block| block.statement);
        let ends: String = open[..=innermost].iter().rev().map(|open| open.end).collect();
        Self { program: format!("{} null{ends}", &text[..statement]), statement: statement + 1 }
    }
}

/// Whether a statement ends with a token, because of what stands between it and the next one.
fn ends_statement(text: &str, (kind, range): &(TokenKind, Range<usize>), next: usize) -> bool {
    let token = &text[range.clone()];
    if matches!(token, ";" | "{") {
        return true;
    }
    let goes_on = match kind {
        TokenKind::Sign => !matches!(token, "." | "%" | "!"),
        TokenKind::Keyword => matches!(token, "if" | "else" | "return"),
        TokenKind::Bracket => matches!(token, "(" | "["),
        TokenKind::Comment
        | TokenKind::Function
        | TokenKind::Field
        | TokenKind::Name
        | TokenKind::Number
        | TokenKind::String
        | TokenKind::Quoted => false,
    };
    !goes_on && text[range.end..next].contains('\n')
}

/// Whether a brace opens an object: a key follows, or a string where a value is expected.
fn is_object(
    text: &str,
    before: Option<&(TokenKind, Range<usize>)>,
    after: &[(TokenKind, Range<usize>)],
) -> bool {
    let expects_value = before.is_some_and(|(_, range)| {
        matches!(&text[range.clone()], "=" | "|=" | "(" | "[" | "," | ":" | "??")
    });
    match after {
        [(TokenKind::String, _), (_, colon), ..] if text[colon.clone()].starts_with(':') => true,
        [(TokenKind::String, _), ..] => expects_value,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::Finished;

    #[track_caller]
    fn is(text: &str, program: &str) {
        let finished = Finished::of(text);
        assert_eq!(finished.program, program, "{text}");
        assert!(finished.program[finished.statement..].starts_with("null"), "{text}");
    }

    #[test]
    fn the_statement_that_is_typed_is_left_out() {
        is("", " null");
        is("x = 1\ny = x.", "x = 1\n null");
        is("x = 1; y = upcase(x, ", "x = 1;  null");
        is("x = 1\n", "x = 1\n null");
        is("x = 1 # a\n\n.b", "x = 1 # a\n\n null");
    }

    #[test]
    fn what_goes_on_in_the_next_line_is_one_statement() {
        is("x =\n  upcase(.a)", " null");
        is("x = f(1,\n  .a", " null");
        is("x = .a ??\n .b", " null");
        is("x = 1\ny = .a +\n .b", "x = 1\n null");
    }

    #[test]
    fn open_blocks_are_closed() {
        is("if .a == 1 { x = 1; y", "if .a == 1 { x = 1;  null}");
        is("if .a {\n", "if .a {\n null}");
        is("if .a { 1 } else {\n x = 1\n x", "if .a { 1 } else {\n x = 1\n  null}");
        is("for_each(.a) -> |k, v| {\n .x = v.", "for_each(.a) -> |k, v| {\n  null}");
        is("x = f({ y = 1; z", "x = f({ y = 1;  null})");
        is("if .a { if .b { x", "if .a { if .b {  null}}");
    }

    #[test]
    fn objects_are_no_blocks() {
        is("x = 1\ny = f({ \"a\": 1, \"b", "x = 1\n null");
        is("y = { \"a\": x", " null");
        is("if .a { x = { \"a\": 1 }\n y", "if .a { x = { \"a\": 1 }\n  null}");
        is("x = {}\ny", "x = {}\n null");
        is("x = .a | { \"b\": 1, \"c", " null");
        is("map_values(.a) -> |v| { \"x", "map_values(.a) -> |v| {  null}");
        is("x = { \"a\": { y = 1; y", "x = { \"a\": { y = 1;  null}}");
    }

    #[test]
    fn brackets_that_close_nothing_are_passed_over() {
        is(")]}\nx", ")]}\n null");
        is("x = \"open", " null");
    }
}
