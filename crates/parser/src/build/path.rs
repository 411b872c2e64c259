//! Builds what `grammar/path.pest` finds: paths, and what they start from.

use pest::iterators::{Pair, Pairs};
use vrlet_diagnostic::Span;

use super::{Builder, Built, only};
use crate::ast::{Expr, Node, Query, QueryRoot, Segment, Step};
use crate::error;
use crate::grammar::Rule;

impl Builder {
    /// Builds a path, or what it starts from if it has no segments.
    pub(super) fn query(&mut self, pair: Pair<'_, Rule>) -> Built<Expr> {
        let span = self.span(&pair);
        let mut pairs = pair.into_inner();
        let Some(start) = pairs.next() else { unreachable!("checked: a query has a root") };
        let start_span = self.span(&start);
        let node = match start.as_rule() {
            Rule::event => return Ok(event(span, QueryRoot::Event, self.segments(pairs)?)),
            Rule::metadata => return Ok(event(span, QueryRoot::Metadata, self.segments(pairs)?)),
            Rule::variable => {
                let name = self.name(&start);
                let path = self.segments(pairs)?;
                let node = if path.is_empty() {
                    Node::Variable(name.text)
                } else {
                    Node::Query(Query { root: QueryRoot::Variable(name), path })
                };
                return Ok(Expr { span, node });
            }
            Rule::call => {
                let closure = match pairs.peek() {
                    Some(next) if next.as_rule() == Rule::closure => pairs.next(),
                    Some(_) | None => None,
                };
                Node::Call(self.call(start, closure)?)
            }
            Rule::array => self.array(start)?,
            Rule::object => self.object(start)?,
            Rule::block => Node::Block(self.block(start)?),
            rule => unreachable!("checked: no path starts with {rule:?}"),
        };
        let path = self.segments(pairs)?;
        if path.is_empty() {
            return Ok(Expr { span, node });
        }
        let root = QueryRoot::Expr(Box::new(Expr { span: start_span, node }));
        Ok(Expr { span, node: Node::Query(Query { root, path }) })
    }

    fn segments(&self, pairs: Pairs<'_, Rule>) -> Built<Vec<Segment>> {
        pairs
            .filter(|pair| pair.as_rule() != Rule::dot)
            .map(|pair| {
                let span = self.span(&pair);
                let step = match pair.as_rule() {
                    Rule::field => Step::Field(pair.as_str().to_owned()),
                    Rule::quoted_field => Step::Field(Self::quoted_field(&only(pair))),
                    Rule::index => Step::Index(self.index(pair)?),
                    rule => unreachable!("checked: {rule:?} is no segment"),
                };
                Ok(Segment { span, step })
            })
            .collect()
    }

    fn index(&self, pair: Pair<'_, Rule>) -> Built<i64> {
        let number = pair.into_inner().find(|pair| pair.as_rule() == Rule::index_number);
        let Some(number) = number else { unreachable!("checked: an index holds a number") };
        let digits = number.as_str().replace('_', "");
        digits.parse().map_err(|_| Box::new(error::number_out_of_range(self.span(&number))))
    }
}

fn event(span: Span, root: QueryRoot, path: Vec<Segment>) -> Expr {
    Expr { span, node: Node::Query(Query { root, path }) }
}
