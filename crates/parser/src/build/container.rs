//! Builds what stands between brackets and braces: arrays, objects, blocks.

use pest::iterators::Pair;

use super::{Builder, Built};
use crate::ast::{Block, Name, Node};
use crate::grammar::Rule;

impl Builder {
    pub(super) fn array(&mut self, pair: Pair<'_, Rule>) -> Built<Node> {
        let span = self.span(&pair);
        self.below(span, |builder| {
            let elements = pair.into_inner().filter(|inner| inner.as_rule() == Rule::arithmetic);
            let elements: Built<Vec<_>> =
                elements.map(|element| builder.chain(element.into_inner())).collect();
            Ok(Node::Array(elements?))
        })
    }

    pub(super) fn object(&mut self, pair: Pair<'_, Rule>) -> Built<Node> {
        let span = self.span(&pair);
        self.below(span, |builder| {
            let mut entries = Vec::new();
            for entry in pair.into_inner().filter(|inner| inner.as_rule() == Rule::entry) {
                let mut key = None;
                for part in entry.into_inner() {
                    match part.as_rule() {
                        Rule::string => {
                            key = Some(Name { span: builder.span(&part), text: Self::key(&part) });
                        }
                        Rule::arithmetic => {
                            entries.extend(key.take().zip(Some(builder.chain(part.into_inner())?)));
                        }
                        _ => {}
                    }
                }
            }
            Ok(Node::Object(entries))
        })
    }

    pub(super) fn block(&mut self, pair: Pair<'_, Rule>) -> Built<Block> {
        let span = self.span(&pair);
        self.below(span, |builder| {
            let exprs = pair.into_inner().filter(|inner| inner.as_rule() == Rule::expression);
            let exprs: Built<Vec<_>> = exprs.map(|expr| builder.chain(expr.into_inner())).collect();
            Ok(Block { span, exprs: exprs? })
        })
    }
}
