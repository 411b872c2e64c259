//! `??`, `||` and `&&`: operators whose right side runs only sometimes.

use vrlet_diagnostic::Span;
use vrlet_function::TypeDef;
use vrlet_parser::ast::{self, Operator};
use vrlet_value::{Kind, KindSet, Value};

use super::operation::Operands;
use super::{Changes, Checker, TypedExpr};
use crate::error::{self, NeedlessLeft};
use crate::warning;

/// Whether the right side of an operator runs, as far as the left side tells.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Runs {
    Always,
    Maybe,
    Never,
}

impl Checker<'_> {
    pub(super) fn coalesce(
        &mut self,
        left: &mut Operands,
        left_span: Span,
        (operator, operand): (Span, &ast::Expr),
        span: Span,
        mark: usize,
    ) -> Option<()> {
        let needless = !left.type_def.fallible;
        self.pending.consume(mark);
        let right = self.right_side(operand, |_| Runs::Maybe)?;
        if needless {
            let kind = &left.type_def.kind;
            let what = NeedlessLeft { span: left_span, kind, is_sure: left.is_sure() };
            let source = self.source();
            let diagnostic = error::needless_coalesce(source, &what, operator, operand.span);
            if self.options.strict {
                self.pending.consume(mark);
                return self.fail(diagnostic);
            }
            if !left.fails_untyped() {
                self.warnings.push(warning::lenient(diagnostic));
            }
        }
        let kind = left.type_def.kind.union(right.kind());
        let fallible = left.type_def.fallible && right.fallible();
        left.push(Operator::Coalesce, right.expr, span, TypeDef::new(kind).fallible_if(fallible));
        Some(())
    }

    pub(super) fn logic(
        &mut self,
        left: &mut Operands,
        operator: Operator,
        operand: &ast::Expr,
        span: Span,
    ) -> Option<()> {
        let runs =
            if operator == Operator::Or { runs_after_or(left) } else { runs_after_and(left) };
        let mark = self.pending.mark();
        let right = self.right_side(operand, |_| runs)?;
        // What can fail before it is mended first; then more may be known of the left side.
        if runs == Runs::Never && !left.type_def.fallible {
            self.pending.consume(mark);
        }
        self.warn_if_operands_stale(left, operator, &right);
        let type_def =
            if operator == Operator::Or { or(left, &right, runs) } else { and(left, &right, runs) };
        left.push(operator, right.expr, span, type_def);
        Some(())
    }

    /// Checks a right side and keeps as much of what it does as will surely or possibly happen.
    fn right_side(
        &mut self,
        operand: &ast::Expr,
        runs: impl FnOnce(&TypedExpr) -> Runs,
    ) -> Option<TypedExpr> {
        let checkpoint = self.checkpoint();
        self.state.open();
        self.scope.open();
        let right = self.expr(operand)?;
        match runs(&right) {
            Runs::Always => {
                self.state.close(checkpoint.frames);
                self.scope.merge(checkpoint.scopes);
            }
            Runs::Maybe => {
                let changes = self.state.roll_back();
                self.state.join(vec![changes, Changes::default()]);
                self.scope.merge(checkpoint.scopes);
            }
            Runs::Never => {
                self.state.roll_back();
                self.scope.close(checkpoint.scopes);
            }
        }
        Some(right)
    }
}

fn runs_after_or(left: &Operands) -> Runs {
    let kind = &left.type_def.kind;
    let constant = left.constant.as_ref().and_then(Value::as_boolean);
    if kind.is(KindSet::NULL) || constant == Some(false) {
        Runs::Always
    } else if !kind.may_be(KindSet::NULL.or(KindSet::BOOLEAN)) || constant == Some(true) {
        Runs::Never
    } else {
        Runs::Maybe
    }
}

fn runs_after_and(left: &Operands) -> Runs {
    let kind = &left.type_def.kind;
    match left.constant.as_ref().and_then(Value::as_boolean) {
        _ if kind.is(KindSet::NULL) => Runs::Never,
        Some(false) => Runs::Never,
        Some(true) => Runs::Always,
        None => Runs::Maybe,
    }
}

fn or(left: &Operands, right: &TypedExpr, runs: Runs) -> TypeDef {
    let TypeDef { kind, fallible } = &left.type_def;
    let kind = match runs {
        Runs::Always => right.kind().clone(),
        Runs::Maybe => kind.clone().without_null().or(right.kind().clone()),
        Runs::Never => kind.clone(),
    };
    TypeDef::new(kind).fallible_if(*fallible || (runs != Runs::Never && right.fallible()))
}

fn and(left: &Operands, right: &TypedExpr, runs: Runs) -> TypeDef {
    let truth = KindSet::NULL.or(KindSet::BOOLEAN);
    let fits = |kind: &Kind| kind.is(truth);
    let fallible = match runs {
        Runs::Never => false,
        Runs::Always => right.fallible(),
        Runs::Maybe => {
            !fits(&left.type_def.kind)
                || !fits(right.kind())
                || left.type_def.fallible
                || right.fallible()
        }
    };
    TypeDef::boolean().fallible_if(fallible)
}
