//! From text to syntax tree.
//!
//! The grammar stands in `grammar/` at the top of the repository, readable without Rust; here it is
//! run, its findings become an [`Ast`](ast::Ast), and what does not parse becomes a diagnostic.
//!
//! The road: [`parse`] first looks over the whole text for what would spoil all of it (an open
//! string, brackets nested without end), then reads one root expression at a time.

pub mod ast;
mod build;
mod error;
mod error_context;
mod escape;
mod expected;
mod foreign_syntax;
mod grammar;
mod lexer;
mod parse;
mod suggest;
mod tokens;
mod unfinished;

pub use parse::{MAX_BRACKETS, MAX_BROKEN, MAX_DEPTH, parse};
pub use tokens::{TokenKind, tokens};
pub use unfinished::is_unfinished;
