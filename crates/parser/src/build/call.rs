//! Builds the syntax tree of function calls: name, arguments, closure.

use pest::iterators::{Pair, Pairs};
use vrlet_diagnostic::Span;

use super::{Builder, Built};
use crate::ast::{Argument, Call, Closure, Name, Node};
use crate::grammar::Rule;

impl Builder {
    /// Builds a call; its closure, if it has one, is the next of `rest`.
    pub(super) fn call(&mut self, pair: Pair<'_, Rule>, rest: &mut Pairs<'_, Rule>) -> Built<Node> {
        let mut call = self.head(&pair);
        for part in pair.into_inner() {
            if part.as_rule() == Rule::arguments {
                call.arguments = self.arguments(part)?;
            }
        }
        if rest.peek().is_some_and(|next| next.as_rule() == Rule::closure) {
            call.closure = rest.next().map(|closure| self.closure(closure)).transpose()?;
        }
        Ok(Node::Call(call))
    }

    /// Builds what stands before the parenthesis.
    fn head(&self, pair: &Pair<'_, Rule>) -> Call {
        let mut name = Name { span: Span::default(), text: String::new() };
        let mut bang = None;
        for part in pair.clone().into_inner() {
            match part.as_rule() {
                Rule::function_name => name = self.name(&part),
                Rule::bang => bang = Some(self.span(&part)),
                _ => {}
            }
        }
        Call { name, bang, arguments: Vec::new(), closure: None, span: self.span(pair) }
    }

    fn arguments(&mut self, pair: Pair<'_, Rule>) -> Built<Vec<Argument>> {
        let mut arguments = Vec::new();
        for argument in pair.into_inner().filter(|inner| inner.as_rule() == Rule::argument) {
            arguments.push(self.argument(argument)?);
        }
        Ok(arguments)
    }

    fn argument(&mut self, pair: Pair<'_, Rule>) -> Built<Argument> {
        let mut name = None;
        for part in pair.into_inner() {
            match part.as_rule() {
                Rule::argument_name => name = Some(self.name(&part)),
                Rule::arithmetic => {
                    return Ok(Argument { name, value: self.chain(part.into_inner())? });
                }
                _ => {}
            }
        }
        unreachable!("checked: an argument has a value")
    }

    fn closure(&mut self, pair: Pair<'_, Rule>) -> Built<Closure> {
        let span = self.span(&pair);
        let mut parameters = Vec::new();
        for part in pair.into_inner() {
            match part.as_rule() {
                Rule::parameters => {
                    for parameter in part.into_inner() {
                        match parameter.as_rule() {
                            Rule::discard => parameters.push(None),
                            Rule::variable => parameters.push(Some(self.name(&parameter))),
                            _ => {}
                        }
                    }
                }
                Rule::block => {
                    let block = self.block(part)?;
                    return Ok(Closure { span, parameters, block });
                }
                _ => {}
            }
        }
        unreachable!("checked: a closure has a block")
    }
}
