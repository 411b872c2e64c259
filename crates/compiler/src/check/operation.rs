//! Type rules of binary operators: the kind of the result, and whether it can fail.

use vrlet_diagnostic::Span;
use vrlet_function::TypeDef;
use vrlet_parser::ast::{self, Operator};
use vrlet_value::{Kind, KindSet, Root, Value, arithmetic};

use super::{Checker, TypedExpr};
use crate::error::{self, MergeSide};
use crate::failure::{Cause, Failure};
use crate::tree::{Expr, Node};

const NUMBER: KindSet = KindSet::INTEGER.or(KindSet::FLOAT);

/// A chain of operators as far as it is checked.
pub(super) struct Operands {
    first: Expr,
    rest: Vec<(Operator, Span, Expr)>,
    pub type_def: TypeDef,
    pub constant: Option<Value>,
}

impl Operands {
    pub fn new(first: TypedExpr) -> Self {
        let type_def = first.expr.type_def.clone();
        Self { first: first.expr, rest: Vec::new(), type_def, constant: first.constant }
    }

    pub fn finish(self, span: Span) -> TypedExpr {
        let expr = if self.rest.is_empty() {
            self.first
        } else {
            let node = Node::Operation { first: Box::new(self.first), rest: self.rest };
            Expr { span, node, type_def: self.type_def }
        };
        TypedExpr { expr, constant: self.constant }
    }

    /// The only operand so far.
    pub fn single(&self) -> Option<&Expr> {
        self.rest.is_empty().then_some(&self.first)
    }

    /// Why the last operator may fail; `left` is what stands left of it.
    fn cause(&self, operator: Operator, left: (Span, KindSet), operand: &ast::Expr) -> Cause {
        if self.divides_numbers() {
            return Cause::Divisor(operand.span);
        }
        let Some((_, _, right)) = self.rest.last() else { return Cause::Parts };
        let right = (operand.span, right.type_def.kind.set());
        Cause::Operands(Box::new(error::Operands::new(operator, left, right)))
    }

    /// Whether the last operator divides a number by a number.
    fn divides_numbers(&self) -> bool {
        let [before @ .., (Operator::Divide, _, divisor)] = self.rest.as_slice() else {
            return false;
        };
        let dividend = match before.last() {
            None => self.first.type_def.kind.clone(),
            Some((Operator::Divide, ..)) => Kind::float(),
            Some(_) => return false,
        };
        let is_one_number = dividend.is(KindSet::INTEGER) || dividend.is(KindSet::FLOAT);
        is_one_number && divisor.type_def.kind.is(NUMBER)
    }

    /// Adds an operator whose result is known already.
    pub fn push(&mut self, operator: Operator, right: Expr, span: Span, type_def: TypeDef) {
        self.rest.push((operator, span, right));
        self.type_def = type_def;
        self.constant = None;
    }

    /// Whether evaluating them always gives a value: no failure that the machine guards against, no `abort`.
    pub fn is_sure(&self) -> bool {
        self.rest.is_empty() && is_sure(&self.first)
    }

    /// Whether a part of them may fail although by VRL's types it can't.
    pub fn fails_untyped(&self) -> bool {
        self.first.fails_untyped()
            || self.rest.iter().any(|(_, _, operand)| operand.fails_untyped())
    }

    /// Adds `+`, `-`, `*` or `/`. Constants of the source are computed on the spot.
    pub fn arithmetic(&mut self, operator: Operator, right: TypedExpr, span: Span) {
        let constant = match (&self.constant, &right.constant) {
            (Some(left), Some(right)) if is_number(left) && is_number(right) => {
                compute(operator, left, right)
            }
            _ => None,
        };
        let undefined = self.constant.is_some() && right.constant.is_some() && constant.is_none();
        let (set, safe) = match operator {
            Operator::Divide => {
                let left = &self.type_def.kind;
                let whole = left.is(KindSet::INTEGER) || left.is(KindSet::FLOAT);
                (KindSet::FLOAT, whole && right.constant.as_ref().is_some_and(is_divisor))
            }
            _ => sum(operator, &self.type_def.kind, right.kind(), undefined),
        };
        let parts_fail =
            operator != Operator::Divide && (self.type_def.fallible || right.fallible());
        let type_def = TypeDef::of(set).fallible_if(!safe || parts_fail);
        if let (Node::Constant(left), Node::Constant(value), true) =
            (&self.first.node, &right.expr.node, self.rest.is_empty())
            && let Some(result) = compute(operator, left, value).filter(|_| safe)
        {
            self.first = Expr { span, node: Node::Constant(result), type_def: type_def.clone() };
            self.type_def = type_def;
        } else {
            self.push(operator, right.expr, span, type_def);
        }
        self.constant = constant;
    }

    fn compare(&mut self, operator: Operator, right: TypedExpr, span: Span) {
        let safe = always_has_value(operator, &self.type_def.kind, right.kind());
        let fallible = !safe || self.type_def.fallible || right.fallible();
        self.push(operator, right.expr, span, TypeDef::boolean().fallible_if(fallible));
    }

    fn merge(&mut self, right: TypedExpr, span: Span) {
        let kind = self.type_def.kind.merge_objects(right.kind());
        let fallible = self.type_def.fallible || right.fallible();
        self.push(Operator::Merge, right.expr, span, TypeDef::new(kind).fallible_if(fallible));
    }
}

impl Checker<'_> {
    pub(super) fn operation(&mut self, operation: &ast::Operation) -> Option<TypedExpr> {
        let mark = self.pending.mark();
        let mut left = Operands::new(self.expr(&operation.first)?);
        let mut left_span = operation.first.span;
        for (operator, operator_span, operand) in &operation.rest {
            let span = operation.first.span.to(operand.span);
            let left_kinds = left.type_def.kind.set();
            match operator {
                Operator::Coalesce => {
                    let right = (*operator_span, operand);
                    self.coalesce(&mut left, left_span, right, span, mark)?;
                }
                Operator::Or | Operator::And => self.logic(&mut left, *operator, operand, span)?,
                Operator::Merge => {
                    let right = self.expr(operand)?;
                    let sides = [
                        MergeSide::new(left_span, &left.type_def),
                        MergeSide::new(operand.span, &right.expr.type_def),
                    ];
                    self.mergeable(sides, mark)?;
                    self.warn_if_operands_stale(&left, *operator, &right);
                    left.merge(right, span);
                }
                Operator::Divide => {
                    let right = self.divisor(operand)?;
                    self.warn_if_operands_stale(&left, *operator, &right);
                    left.arithmetic(*operator, right, span);
                }
                Operator::Add | Operator::Subtract | Operator::Multiply => {
                    let right = self.expr(operand)?;
                    self.warn_if_operands_stale(&left, *operator, &right);
                    left.arithmetic(*operator, right, span);
                }
                Operator::Equal
                | Operator::NotEqual
                | Operator::Less
                | Operator::LessOrEqual
                | Operator::Greater
                | Operator::GreaterOrEqual => {
                    let right = self.expr(operand)?;
                    self.warn_if_operands_stale(&left, *operator, &right);
                    left.compare(*operator, right, span);
                }
            }
            if left.type_def.fallible {
                self.pending.note(mark, || Failure {
                    span,
                    kinds: left.type_def.kind.set(),
                    cause: left.cause(*operator, (left_span, left_kinds), operand),
                });
            } else {
                self.pending.consume(mark);
            }
            left_span = span;
        }
        Some(left.finish(left_span))
    }

    /// The right side of `/`. What it assigns is not noted, as in VRL.
    fn divisor(&mut self, operand: &ast::Expr) -> Option<TypedExpr> {
        let scopes = self.scope.depth();
        self.state.open();
        self.scope.open();
        let right = self.expr(operand)?;
        self.state.roll_back();
        self.scope.close(scopes);
        Some(right)
    }

    /// Refuses to merge what is not surely an object.
    fn mergeable(&mut self, sides: [MergeSide<'_>; 2], mark: usize) -> Option<()> {
        if sides.iter().all(MergeSide::is_object) {
            return Some(());
        }
        self.pending.consume(mark);
        let source = self.source();
        self.fail(error::merge_not_object(source, &sides))
    }
}

/// Whether an operator gives a value for all operands of these kinds; the constant divisor of a division
/// is looked at elsewhere.
pub(super) fn always_has_value(operator: Operator, left: &Kind, right: &Kind) -> bool {
    let both = |set: KindSet| left.is(set) && right.is(set);
    match operator {
        Operator::Add | Operator::Subtract | Operator::Multiply => {
            sum(operator, left, right, false).1
        }
        Operator::Divide => both(NUMBER),
        Operator::Merge => both(KindSet::OBJECT),
        Operator::And => both(KindSet::NULL.or(KindSet::BOOLEAN)),
        Operator::Less | Operator::LessOrEqual | Operator::Greater | Operator::GreaterOrEqual => {
            both(KindSet::BYTES) || both(KindSet::TIMESTAMP) || both(NUMBER)
        }
        Operator::Equal | Operator::NotEqual | Operator::Or | Operator::Coalesce => true,
    }
}

/// The kinds of a sum, difference or product, and whether it always has a value.
fn sum(operator: Operator, left: &Kind, right: &Kind, undefined: bool) -> (KindSet, bool) {
    let either = |set: KindSet| left.is(set) || right.is(set);
    let both = |set: KindSet| left.is(set) && right.is(set);
    if operator == Operator::Add && either(KindSet::BYTES) {
        (KindSet::BYTES, both(KindSet::BYTES.or(KindSet::NULL)))
    } else if either(KindSet::FLOAT) {
        (KindSet::FLOAT, both(NUMBER) && !undefined)
    } else if both(KindSet::INTEGER) {
        (KindSet::INTEGER, true)
    } else if operator == Operator::Subtract {
        (NUMBER, false)
    } else if operator == Operator::Multiply
        && (left.is(KindSet::BYTES) && right.is(KindSet::INTEGER)
            || left.is(KindSet::INTEGER) && right.is(KindSet::BYTES))
    {
        (KindSet::BYTES, true)
    } else {
        (NUMBER.or(KindSet::BYTES), false)
    }
}

fn compute(operator: Operator, left: &Value, right: &Value) -> Option<Value> {
    match operator {
        Operator::Add => arithmetic::add(left.clone(), right.clone()).ok(),
        Operator::Subtract => arithmetic::subtract(left, right).ok(),
        Operator::Multiply => arithmetic::multiply(left, right).ok(),
        Operator::Divide => arithmetic::divide(left, right).ok(),
        _ => None,
    }
}

fn is_number(value: &Value) -> bool {
    matches!(value, Value::Integer(_) | Value::Float(_))
}

fn is_divisor(value: &Value) -> bool {
    match value {
        Value::Integer(number) => *number != 0,
        Value::Float(number) => number.is_normal(),
        _ => false,
    }
}

fn is_sure(expr: &Expr) -> bool {
    match &expr.node {
        Node::Constant(_) => true,
        Node::Get(place) => match &place.root {
            Root::Event | Root::Metadata | Root::Variable(_) => true,
            Root::Expression(root) => is_sure(root),
        },
        Node::Array(elements) => elements.iter().all(is_sure),
        Node::Object(members) => members.iter().all(|(_, value)| is_sure(value)),
        Node::Call(call) => {
            !call.can_fail
                && call.arguments.iter().flatten().all(is_sure)
                && call.fields.iter().all(is_sure)
        }
        Node::Operation { .. }
        | Node::Not(_)
        | Node::Block(_)
        | Node::If(_)
        | Node::Assign(_)
        | Node::Abort(_)
        | Node::Return(_)
        | Node::Break => false,
    }
}
