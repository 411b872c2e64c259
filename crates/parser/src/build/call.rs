//! Builds calls: name, arguments, closure.

use pest::iterators::Pair;
use vrlet_diagnostic::Span;

use super::{Builder, Built};
use crate::ast::{Argument, Call, Closure};
use crate::grammar::Rule;

impl Builder {
    pub(super) fn call(
        &mut self,
        pair: Pair<'_, Rule>,
        closure: Option<Pair<'_, Rule>>,
    ) -> Built<Call> {
        let span = self.span(&pair);
        let mut pairs = pair.into_inner();
        let Some(name) = pairs.next() else { unreachable!("checked: a call has a name") };
        let name = self.name(&name);
        let mut bang = None;
        let mut arguments = Vec::new();
        for part in pairs {
            match part.as_rule() {
                Rule::bang => bang = Some(self.span(&part)),
                Rule::arguments => arguments = self.arguments(part, span)?,
                rule => unreachable!("checked: {rule:?} is no part of a call"),
            }
        }
        let closure = closure.map(|closure| self.closure(closure)).transpose()?;
        Ok(Call { name, bang, arguments, closure, span })
    }

    fn arguments(&mut self, pair: Pair<'_, Rule>, call: Span) -> Built<Vec<Argument>> {
        self.below(call, |builder| {
            let arguments = pair.into_inner().filter(|inner| inner.as_rule() == Rule::argument);
            arguments.map(|argument| builder.argument(argument)).collect()
        })
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
