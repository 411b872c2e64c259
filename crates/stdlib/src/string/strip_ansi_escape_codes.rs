//! `strip_ansi_escape_codes`: removes terminal escape sequences from a string.

use std::io::{Result as Written, Write};

use strip_ansi_escapes::Writer;
use vrlet_function::prelude::*;

/// How much the terminal gets at once. After each byte that is not UTF-8 it searches the rest of what
/// it has for the next sequence, which for a long text takes the square of its length.
const PIECE: usize = 256;

const VALUE: Arg<Text> = Arg::required("value", "The text.");

pub const FUNCTION: Function = Function::new(Contract {
    name: "strip_ansi_escape_codes",
    category: Category::String,
    about: "The text without ANSI escape sequences (colours, movements of the cursor, titles) and \
            without control characters other than line ends.",
    params: &[VALUE.param()],
    returns: |_| TypeDef::string(),
    failures: &[],
    body: Body::Plain(|call| {
        let text = call.take(VALUE);
        strip(text.as_bytes()).map(|text| Value::Bytes(Text::from_vec(text))).map_err(Failure::new)
    }),
    examples: &[
        example(
            "Colours",
            r#"strip_ansi_escape_codes("\u{1b}[46mfoo\u{1b}[0m bar")"#,
            r#""foo bar""#,
        ),
        example("Nothing to strip", r#"strip_ansi_escape_codes("foo")"#, r#""foo""#),
    ],
});

fn strip(mut text: &[u8]) -> Written<Vec<u8>> {
    let mut terminal = Writer::new(Vec::with_capacity(text.len()));
    while !text.is_empty() {
        let (piece, rest) = text.split_at(end_of_piece(text));
        terminal.write_all(piece)?;
        text = rest;
    }
    terminal.into_inner().map_err(std::io::IntoInnerError::into_error)
}

/// Where the first piece of a text ends: not inside of a character.
fn end_of_piece(text: &[u8]) -> usize {
    let is_inside = |byte: &&u8| (0x80..0xc0).contains(*byte);
    let inside = text.iter().skip(PIECE).take(3).take_while(is_inside).count();
    text.len().min(PIECE + inside)
}
