//! Makes the parser of the grammar: `UPDATE=1 cargo test -p vrlet-grammar` writes
//! `crates/parser/src/grammar.rs`, and without `UPDATE` this test says whether it is current.
//!
//! The rules are generated here and not in the parser's build: what generates them takes longer to
//! compile than all of the parser, and whoever depends on the parser has no use for it.

#![allow(clippy::unwrap_used, reason = "a test that can't go on has failed")]

use std::fs;
use std::path::Path;

use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};

/// The files of the grammar, in the order in which they build upon each other.
const FILES: [&str; 5] = ["lexical", "literal", "path", "expression", "program"];

const HEAD: &str = "\
//! The rules of the grammar as code, a rule a line. Written by `UPDATE=1 cargo test -p vrlet-grammar`
//! from `grammar/*.pest`; change those instead.

#![allow(
    clippy::all,
    missing_docs,
    non_camel_case_types,
    non_snake_case,
    unused_qualifications,
    unused_variables,
    dead_code,
    reason = \"generated; the rules are documented where they are written\"
)]

/// What checks a text against the rules.
pub struct Grammar;
";

#[test]
fn the_parser_is_that_of_the_grammar() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |name: &str| fs::read_to_string(here.join(name).with_extension("pest")).unwrap();
    let grammar: String = FILES.into_iter().map(read).collect();
    let input = format!("#[grammar_inline = {grammar:?}] pub struct Grammar;");
    let rules = pest_generator::derive_parser(input.parse().unwrap(), false);

    let mut writer = Writer { text: HEAD.to_owned(), last: Last::Other };
    writer.stream(rules);
    writer.text.push('\n');
    let path = here.join("../crates/parser/src/grammar.rs");
    if std::env::var_os("UPDATE").is_some_and(|value| value == "1") {
        fs::write(&path, &writer.text).unwrap();
    }
    assert!(
        fs::read_to_string(&path).unwrap() == writer.text,
        "crates/parser/src/grammar.rs is not that of the grammar: run `UPDATE=1 cargo test -p vrlet-grammar`"
    );
}

/// Writes tokens with no more spaces than they need, and each item on its own line.
struct Writer {
    text: String,
    last: Last,
}

/// What was written last.
#[derive(PartialEq)]
enum Last {
    /// A word or a number, which another must not touch.
    Word,
    /// Punctuation that ends here.
    Punctuation,
    /// An attribute: its item goes on in the same line.
    Attribute,
    Other,
}

impl Writer {
    fn stream(&mut self, tokens: TokenStream) {
        let mut tokens = tokens.into_iter().peekable();
        while let Some(token) = tokens.next() {
            if let (TokenTree::Punct(sign), Some(TokenTree::Group(group))) = (&token, tokens.peek())
                && sign.as_char() == '#'
                && group.delimiter() == Delimiter::Bracket
            {
                let attribute = group.stream();
                tokens.next();
                self.attribute(attribute);
            } else {
                self.token(token);
            }
        }
    }

    /// An attribute, unless it is a comment, or allows what the whole file does.
    fn attribute(&mut self, attribute: TokenStream) {
        let name = attribute.clone().into_iter().next().unwrap().to_string();
        if name == "allow" || name == "doc" {
            return;
        }
        self.line();
        self.text.push_str("#[");
        self.stream(attribute);
        self.text.push_str("] ");
        self.last = Last::Attribute;
    }

    fn token(&mut self, token: TokenTree) {
        match token {
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ("(", ")"),
                    Delimiter::Brace => ("{", "}"),
                    Delimiter::Bracket => ("[", "]"),
                    Delimiter::None => ("", ""),
                };
                self.text.push_str(open);
                self.last = Last::Other;
                self.stream(group.stream());
                self.text.push_str(close);
                self.last = Last::Other;
            }
            TokenTree::Punct(sign) => {
                if self.last == Last::Punctuation {
                    self.text.push(' ');
                }
                self.text.push(sign.as_char());
                let ends = sign.spacing() == Spacing::Alone;
                self.last = if ends { Last::Punctuation } else { Last::Other };
            }
            word => {
                let word = word.to_string();
                if matches!(&*word, "pub" | "impl") {
                    self.line();
                } else if self.last == Last::Word {
                    self.text.push(' ');
                }
                self.text.push_str(&word);
                self.last = Last::Word;
            }
        }
    }

    /// Begins a line, but not between an attribute and its item.
    fn line(&mut self) {
        if self.last != Last::Attribute {
            self.text.push('\n');
        }
    }
}
