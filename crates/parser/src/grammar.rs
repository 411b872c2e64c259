//! The generated parser: it checks a text against the grammar and tells what it found where.

#![allow(
    missing_docs,
    reason = "the rules are documented where they are written, in grammar/*.pest"
)]

use pest_derive::Parser;

#[derive(Parser)]
#[grammar = "../grammar/lexical.pest"]
#[grammar = "../grammar/literal.pest"]
#[grammar = "../grammar/path.pest"]
#[grammar = "../grammar/expression.pest"]
#[grammar = "../grammar/program.pest"]
pub(crate) struct Grammar;
