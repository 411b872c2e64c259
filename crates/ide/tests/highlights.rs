//! Tests of syntax highlighting.

use vrlet_ide::HighlightKind::{
    Argument, Bracket, Comment, Field, Function, Keyword, Number, Operator, Regex, String,
    Timestamp, Variable,
};
use vrlet_ide::{HighlightKind, highlight};

#[track_caller]
fn pieces(text: &str, expected: &[(&str, HighlightKind)]) {
    let found: Vec<(&str, HighlightKind)> =
        highlight(text).into_iter().map(|piece| (&text[piece.range], piece.kind)).collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn words_are_told_apart_by_what_stands_around_them() {
    pieces(
        "if .if { f!(a: x) }",
        &[
            ("if", Keyword),
            (".", Operator),
            ("if", Field),
            ("{", Bracket),
            ("f", Function),
            ("!", Operator),
            ("(", Bracket),
            ("a", Argument),
            (":", Operator),
            ("x", Variable),
            (")", Bracket),
            ("}", Bracket),
        ],
    );
    pieces(
        "f([a: 1])",
        &[
            ("f", Function),
            ("(", Bracket),
            ("[", Bracket),
            ("a", Variable),
            (":", Operator),
            ("1", Number),
            ("]", Bracket),
            (")", Bracket),
        ],
    );
}

#[test]
fn literals() {
    pieces(
        "\"a\" s'b' r'c' t'2020-01-01T00:00:00Z' 1.5 # d",
        &[
            ("\"a\"", String),
            ("s'b'", String),
            ("r'c'", Regex),
            ("t'2020-01-01T00:00:00Z'", Timestamp),
            ("1.5", Number),
            ("# d", Comment),
        ],
    );
    pieces("\"open", &[("\"open", String)]);
}
