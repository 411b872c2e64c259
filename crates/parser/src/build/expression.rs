//! Builds the syntax tree of expressions: assignments, chains of operators, `if`, `return` and `abort`.

use pest::iterators::{Pair, Pairs};
use vrlet_diagnostic::Span;
use vrlet_value::Root;

use super::operation::{Link, fold, level, operator};
use super::{Builder, Built};
use crate::ast::{Assign, AssignOperator, Branch, Expr, If, Node, Operator, Predicate};
use crate::error;
use crate::grammar::Rule;

/// What stands before an expression and takes all that follows as its operand.
enum Prefix {
    Return(Span),
    Abort(Span),
    Assign(Box<AssignTarget>),
}

/// The left side of an assignment.
struct AssignTarget {
    target: Expr,
    error: Option<Expr>,
    operator: AssignOperator,
    at: Span,
}

/// The expression being read, from left to right.
#[derive(Default)]
struct Chain {
    prefixes: Vec<Prefix>,
    first: Option<Expr>,
    rest: Vec<Link>,
    pending: Option<(Operator, Span)>,
    nots: Vec<Span>,
    comma: Option<Span>,
    error: Option<Expr>,
}

impl Builder {
    /// Builds an expression from its parts, which the grammar leaves flat: `return`, `x`, `=`, `!`,
    /// `.a`, `+`, `1`. So neither a long sum nor a long row of assignments needs recursion.
    pub(super) fn chain(&mut self, pairs: Pairs<'_, Rule>) -> Built<Expr> {
        let depth = self.depth;
        if let Some(pair) = pairs.peek() {
            let span = self.span(&pair);
            self.descend(1 + levels(&pairs), span)?;
        }
        let mut chain = Chain::default();
        for pair in pairs {
            self.part(&mut chain, pair)?;
        }
        self.depth = depth;
        chain.finish()
    }

    /// Adds the next part to a chain.
    ///
    /// What leads down into brackets stands in small functions of its own: a debug build keeps room
    /// on the stack for every value of a function.
    fn part(&mut self, chain: &mut Chain, pair: Pair<'_, Rule>) -> Built<()> {
        match pair.as_rule() {
            Rule::condition => chain.set(self.condition(pair)?),
            Rule::kw_return
            | Rule::kw_abort
            | Rule::kw_break
            | Rule::not
            | Rule::binary_operator
            | Rule::comma
            | Rule::assignment_operator
            | Rule::discard => return self.keyword_or_sign(chain, &pair),
            _ => {
                let depth = self.depth;
                self.descend(chain.nots.len(), self.span(&pair))?;
                chain.operand(self.operand(pair)?);
                self.depth = depth;
            }
        }
        Ok(())
    }

    /// Adds a word or a sign to a chain.
    fn keyword_or_sign(&mut self, chain: &mut Chain, pair: &Pair<'_, Rule>) -> Built<()> {
        let span = self.span(pair);
        if matches!(pair.as_rule(), Rule::kw_return | Rule::kw_abort | Rule::assignment_operator) {
            self.descend(1, span)?;
        }
        match pair.as_rule() {
            Rule::kw_return => chain.prefixes.push(Prefix::Return(span)),
            Rule::kw_abort => chain.prefixes.push(Prefix::Abort(span)),
            Rule::kw_break => chain.set(Expr { span, node: Node::Break }),
            Rule::not => chain.nots.push(span),
            Rule::binary_operator => chain.pending = Some((operator(pair.as_str()), span)),
            Rule::comma => chain.comma = Some(span),
            Rule::assignment_operator => chain.assign(pair.as_str(), span)?,
            _ => chain.operand(Expr { span, node: Node::Variable(pair.as_str().to_owned()) }),
        }
        Ok(())
    }

    fn operand(&mut self, pair: Pair<'_, Rule>) -> Built<Expr> {
        match pair.as_rule() {
            Rule::query => self.query(pair),
            Rule::group => self.group(pair),
            _ => self.literal(&pair),
        }
    }

    fn group(&mut self, pair: Pair<'_, Rule>) -> Built<Expr> {
        let span = self.span(&pair);
        let inner = pair.into_inner().find(|inner| inner.as_rule() == Rule::assignment);
        let Some(inner) = inner else { unreachable!("checked: a group is never empty") };
        let expr = self.chain(inner.into_inner())?;
        Ok(Expr { span, node: Node::Group(Box::new(expr)) })
    }

    fn condition(&mut self, pair: Pair<'_, Rule>) -> Built<Expr> {
        let mut span = self.span(&pair);
        let mut branches = Vec::new();
        let mut otherwise = None;
        let mut predicate = None;
        for part in pair.into_inner() {
            match part.as_rule() {
                Rule::predicate => predicate = Some(self.predicate(part)?),
                Rule::block => {
                    let block = self.block(part)?;
                    span.end = block.span.end;
                    match predicate.take() {
                        Some(predicate) => branches.push(Branch { predicate, block }),
                        None => otherwise = Some(block),
                    }
                }
                _ => {}
            }
        }
        Ok(Expr { span, node: Node::If(If { branches, otherwise }) })
    }

    fn predicate(&mut self, pair: Pair<'_, Rule>) -> Built<Predicate> {
        let mut pairs = pair.into_inner();
        match pairs.peek() {
            Some(first) if first.as_rule() == Rule::open_paren => {
                let (span, exprs) = self.parenthesised(&mut pairs)?;
                if pairs.peek().is_none() {
                    Ok(Predicate { span, exprs })
                } else {
                    self.continued(span, exprs, pairs)
                }
            }
            Some(_) | None => {
                let expr = self.chain(pairs)?;
                Ok(Predicate { span: expr.span, exprs: vec![expr] })
            }
        }
    }

    /// Builds what stands between the parentheses of a condition.
    fn parenthesised(&mut self, pairs: &mut Pairs<'_, Rule>) -> Built<(Span, Vec<Expr>)> {
        let mut span = None::<Span>;
        let mut exprs = Vec::new();
        for part in pairs {
            let at = self.span(&part);
            span = Some(span.map_or(at, |span| span.to(at)));
            match part.as_rule() {
                Rule::assignment => exprs.push(self.chain(part.into_inner())?),
                Rule::close_paren => break,
                _ => {}
            }
        }
        Ok((span.unwrap_or_default(), exprs))
    }

    /// Builds a condition that began with parentheses and went on with operators: `(a) || b`.
    fn continued(
        &mut self,
        span: Span,
        mut exprs: Vec<Expr>,
        pairs: Pairs<'_, Rule>,
    ) -> Built<Predicate> {
        let Some(inner) = exprs.pop() else { unreachable!("checked: a group is never empty") };
        let mut chain = Chain::default();
        chain.operand(Expr { span, node: Node::Group(Box::new(inner)) });
        let depth = self.depth;
        self.descend(1 + levels(&pairs), span)?;
        for part in pairs {
            self.part(&mut chain, part)?;
        }
        self.depth = depth;
        let expr = chain.finish()?;
        Ok(Predicate { span: expr.span, exprs: vec![expr] })
    }
}

impl Chain {
    /// Sets what takes no operators.
    fn set(&mut self, expr: Expr) {
        self.first = Some(expr);
    }

    /// Adds an operand, with the `!` before it.
    fn operand(&mut self, mut expr: Expr) {
        while let Some(not) = self.nots.pop() {
            let span = not.to(expr.span);
            expr = Expr { span, node: Node::Not { operator: not, operand: Box::new(expr) } };
        }
        match self.pending.take() {
            _ if self.comma.is_some() => self.error = Some(expr),
            Some((operator, at)) => self.rest.push((operator, at, expr)),
            None => self.first = Some(expr),
        }
    }

    /// Turns what was read since the last assignment into the target of another.
    fn assign(&mut self, text: &str, at: Span) -> Built<()> {
        let operator = if text == "=" { AssignOperator::Replace } else { AssignOperator::Merge };
        let Some(target) = self.first.take() else {
            unreachable!("checked: an assignment has a target")
        };
        let comma = self.comma.take();
        if !is_place(&target) {
            return Err(Box::new(error::not_assignable(comma.unwrap_or(at), target.span)));
        }
        let error = self.error.take();
        if let Some(error) = error.as_ref().filter(|error| !is_place(error)) {
            return Err(Box::new(error::not_assignable(error.span, error.span)));
        }
        self.prefixes.push(Prefix::Assign(Box::new(AssignTarget { target, error, operator, at })));
        Ok(())
    }

    /// The whole chain as a tree: the last operand goes into the prefix before it, from right to left.
    fn finish(self) -> Built<Expr> {
        let mut expr = self.first.map(|first| fold(first, self.rest)).transpose()?;
        for prefix in self.prefixes.into_iter().rev() {
            expr = Some(match (prefix, expr) {
                (Prefix::Abort(span), None) => Expr { span, node: Node::Abort(None) },
                (Prefix::Abort(span), Some(message)) => {
                    Expr { span: span.to(message.span), node: Node::Abort(Some(Box::new(message))) }
                }
                (Prefix::Return(span), Some(value)) => {
                    Expr { span: span.to(value.span), node: Node::Return(span, Box::new(value)) }
                }
                (Prefix::Assign(left), Some(value)) => assignment(*left, value),
                (Prefix::Return(_) | Prefix::Assign(_), None) => {
                    unreachable!("checked: only an abort may stand alone")
                }
            });
        }
        match expr {
            Some(expr) => Ok(expr),
            None => unreachable!("checked: an expression is never empty"),
        }
    }
}

fn assignment(left: AssignTarget, value: Expr) -> Expr {
    let AssignTarget { target, error, operator, at } = left;
    let span = target.span.to(value.span);
    let assign = Assign { target, error, operator, operator_span: at, value };
    Expr { span, node: Node::Assign(Box::new(assign)) }
}

/// How many levels of operators stand in a chain: so deep its operands may lie.
fn levels(pairs: &Pairs<'_, Rule>) -> usize {
    let operators = pairs.clone().filter(|pair| pair.as_rule() == Rule::binary_operator);
    let levels = operators.fold(0_u32, |seen, pair| seen | 1 << level(operator(pair.as_str())));
    levels.count_ones() as usize
}

/// Whether something has the shape of a place: the event, the metadata, a variable, or a path below
/// anything. Whether the path may be assigned to is for the compiler to say.
fn is_place(expr: &Expr) -> bool {
    match &expr.node {
        Node::Variable(_) => true,
        Node::Query(query) => match query.root {
            Root::Event | Root::Metadata | Root::Variable(_) => true,
            Root::Expression(_) => !query.path.is_empty(),
        },
        _ => false,
    }
}
