//! The recursive-descent parser that `pest` generates from the grammar.

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
