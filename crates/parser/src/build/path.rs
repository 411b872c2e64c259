//! Builds the syntax tree of paths and of what they start from.

use pest::iterators::{Pair, Pairs};
use vrlet_diagnostic::Span;
use vrlet_value::Root;

use super::{Builder, Built, single_child};
use crate::ast::{Expr, Name, Node, Query, Segment, Step};
use crate::error;
use crate::grammar::Rule;
use crate::limits::MAX_DEPTH;

impl Builder {
    /// Builds a path, or what it starts from if it has no segments.
    ///
    /// Split in small functions, since it lies on the way down into nested brackets: a debug build
    /// keeps room on the stack for every variable of a function.
    pub(super) fn query(&mut self, pair: Pair<'_, Rule>) -> Built<Expr> {
        let span = self.span(&pair);
        let mut pairs = pair.into_inner();
        let Some(start) = pairs.next() else { unreachable!("checked: a query has a root") };
        match start.as_rule() {
            Rule::event => self.path_on_root(span, Root::Event, pairs),
            Rule::metadata => self.path_on_root(span, Root::Metadata, pairs),
            Rule::variable => self.path_on_root(span, Root::Variable(self.name(&start)), pairs),
            _ => {
                let root = Expr { span: self.span(&start), node: self.value(start, &mut pairs)? };
                self.path_on_value(span, root, pairs)
            }
        }
    }

    fn path_on_root(
        &self,
        span: Span,
        root: Root<Name, Box<Expr>>,
        pairs: Pairs<'_, Rule>,
    ) -> Built<Expr> {
        let path = self.segments(pairs)?;
        let node = match root {
            Root::Variable(name) if path.is_empty() => Node::Variable(name.text),
            root => Node::Query(Query { root, path }),
        };
        Ok(Expr { span, node })
    }

    fn path_on_value(&self, span: Span, root: Expr, pairs: Pairs<'_, Rule>) -> Built<Expr> {
        let path = self.segments(pairs)?;
        if path.is_empty() {
            return Ok(Expr { span, node: root.node });
        }
        let root = Root::Expression(Box::new(root));
        Ok(Expr { span, node: Node::Query(Query { root, path }) })
    }

    /// Builds a call or a container, before whose path `rest` stands.
    fn value(&mut self, start: Pair<'_, Rule>, rest: &mut Pairs<'_, Rule>) -> Built<Node> {
        match start.as_rule() {
            Rule::call => self.call(start, rest),
            Rule::array => self.array(start),
            Rule::object => self.object(start),
            Rule::block => self.block(start).map(Node::Block),
            rule => unreachable!("checked: no path starts with {rule:?}"),
        }
    }

    fn segments(&self, pairs: Pairs<'_, Rule>) -> Built<Vec<Segment>> {
        let segments: Vec<Segment> = pairs
            .filter(|pair| pair.as_rule() != Rule::dot)
            .map(|pair| {
                let span = self.span(&pair);
                let step = match pair.as_rule() {
                    Rule::field => Step::Field(pair.as_str().to_owned()),
                    Rule::quoted_field => Step::Field(Self::quoted_field(&single_child(pair))),
                    Rule::index => Step::Index(self.index(pair)?),
                    rule => unreachable!("checked: {rule:?} is no segment"),
                };
                Ok(Segment { span, step })
            })
            .collect::<Built<_>>()?;
        // What a path makes is as deep as it is long.
        match segments.get(MAX_DEPTH) {
            None => Ok(segments),
            Some(segment) => Err(Box::new(error::path_too_long(segment.span))),
        }
    }

    fn index(&self, pair: Pair<'_, Rule>) -> Built<i64> {
        let number = pair.into_inner().find(|pair| pair.as_rule() == Rule::index_number);
        let Some(number) = number else { unreachable!("checked: an index holds a number") };
        let digits = number.as_str().replace('_', "");
        digits.parse().map_err(|_| Box::new(error::number_out_of_range(self.span(&number))))
    }
}
