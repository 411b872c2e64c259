//! Builds the syntax tree of arrays, objects and blocks.

use pest::iterators::Pair;

use super::{Builder, Built};
use crate::ast::{Block, Expr, Name, Node};
use crate::grammar::Rule;

impl Builder {
    pub(super) fn array(&mut self, pair: Pair<'_, Rule>) -> Built<Node> {
        let mut elements = Vec::new();
        for element in pair.into_inner().filter(|inner| inner.as_rule() == Rule::arithmetic) {
            elements.push(self.chain(element.into_inner())?);
        }
        Ok(Node::Array(elements))
    }

    pub(super) fn object(&mut self, pair: Pair<'_, Rule>) -> Built<Node> {
        let mut entries = Vec::new();
        for entry in pair.into_inner().filter(|inner| inner.as_rule() == Rule::entry) {
            entries.push(self.entry(entry)?);
        }
        Ok(Node::Object(entries))
    }

    fn entry(&mut self, pair: Pair<'_, Rule>) -> Built<(Name, Expr)> {
        let mut key = Name { span: self.span(&pair), text: String::new() };
        for part in pair.into_inner() {
            match part.as_rule() {
                Rule::string => key = Name { span: self.span(&part), text: Self::key(&part) },
                Rule::arithmetic => return Ok((key, self.chain(part.into_inner())?)),
                _ => {}
            }
        }
        unreachable!("checked: an entry has a value")
    }

    pub(super) fn block(&mut self, pair: Pair<'_, Rule>) -> Built<Block> {
        let span = self.span(&pair);
        let mut exprs = Vec::new();
        for expr in pair.into_inner().filter(|inner| inner.as_rule() == Rule::expression) {
            exprs.push(self.chain(expr.into_inner())?);
        }
        Ok(Block { span, exprs })
    }
}
