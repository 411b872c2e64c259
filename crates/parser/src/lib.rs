//! The parser: from the text of a program to its syntax tree, the [`Ast`](ast::Ast).
//!
//! The grammar stands in `grammar/` at the top of the repository, readable without Rust. From it `pest`
//! generates a recursive-descent parser; `build` makes the tree of what that finds. [`parse`] first scans
//! the whole text for what would spoil all of it (an open string, brackets nested without end), then
//! parses one root expression at a time, so that an error in one leaves the others readable.
//!
//! What does not parse becomes a diagnostic: `error` has the wording, `syntax_error` and `suggest`
//! find out which message fits, from the tokens of the `lexer` around the place.

pub mod ast;

mod adjacent;
mod build;
mod doubts;
mod error;
mod error_context;
mod escape;
mod expected;
mod foreign_operator;
mod foreign_statement;
mod foreign_syntax;
#[rustfmt::skip]
mod grammar;
mod keywords;
mod lexer;
mod limits;
mod parse;
mod prescan;
mod quoted_path;
mod suggest;
mod syntax_error;
mod tokens;
mod unfinished;

pub use keywords::{KEYWORDS, RESERVED_WORDS, is_control_keyword, is_keyword, is_reserved};
pub use limits::{MAX_BRACKETS, MAX_BROKEN, MAX_DEPTH};
pub use parse::parse;
pub use quoted_path::quoted_path;
pub use tokens::{TokenKind, tokens};
pub use unfinished::is_unfinished;
