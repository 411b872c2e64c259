//! Builds the syntax tree of literals: strings, numbers, regexes, timestamps, constants.

use pest::iterators::Pair;

use super::{Builder, Built};
use crate::ast::{Expr, Literal, Node, TemplatePart};
use crate::error;
use crate::escape::{template, unescape};
use crate::grammar::Rule;

impl Builder {
    /// Builds a constant, or a template.
    pub(super) fn literal(&self, pair: &Pair<'_, Rule>) -> Built<Expr> {
        let span = self.span(pair);
        let text = pair.as_str();
        let literal = match pair.as_rule() {
            Rule::string => return Ok(Expr { span, node: self.text(pair) }),
            Rule::raw_string => Literal::String(inner(text, 2).to_owned()),
            Rule::regex => Literal::Regex(inner(text, 2).replace("\\'", "'")),
            Rule::timestamp => Literal::Timestamp(inner(text, 2).to_owned()),
            Rule::kw_null => Literal::Null,
            Rule::kw_true => Literal::Boolean(true),
            Rule::kw_false => Literal::Boolean(false),
            Rule::float => match digits(text).parse() {
                Ok(number) => Literal::Float(number),
                Err(_) => unreachable!("checked: the grammar lets only floats through"),
            },
            Rule::integer => match digits(text).parse() {
                Ok(number) => Literal::Integer(number),
                Err(_) => return Err(Box::new(error::number_out_of_range(span))),
            },
            rule => unreachable!("checked: {rule:?} is no literal"),
        };
        Ok(Expr { span, node: Node::Literal(literal) })
    }

    fn text(&self, pair: &Pair<'_, Rule>) -> Node {
        let mut parts = template(inner(pair.as_str(), 1), self.span(pair).start as usize + 1);
        match parts.as_mut_slice() {
            [] => Node::Literal(Literal::String(String::new())),
            [TemplatePart::Text(text)] => Node::Literal(Literal::String(std::mem::take(text))),
            _ => Node::Template(parts),
        }
    }

    /// The text of a string that is no template: a key of an object.
    pub(super) fn key(pair: &Pair<'_, Rule>) -> String {
        unescape(inner(pair.as_str(), 1))
    }

    /// The name of a quoted field. Templates are not filled in, but their blanks are made even.
    pub(super) fn quoted_field(pair: &Pair<'_, Rule>) -> String {
        let part = |part| match part {
            TemplatePart::Text(text) => text,
            TemplatePart::Variable(name) => format!("{{{{ {} }}}}", name.text),
        };
        template(inner(pair.as_str(), 1), 0).into_iter().map(part).collect()
    }
}

/// What stands between the quotes; `prefix` is as long as what precedes it.
fn inner(literal: &str, prefix: usize) -> &str {
    &literal[prefix..literal.len() - 1]
}

/// A number without underscores. A point at the end is fine for `parse`.
fn digits(number: &str) -> String {
    number.replace('_', "")
}
