//! Assignments: `=`, `|=` and `ok, err =`.

use vrlet_diagnostic::Span;
use vrlet_function::TypeDef;
use vrlet_parser::ast::{self, AssignOperator};
use vrlet_value::kind::Collection;
use vrlet_value::{Array, Kind, KindSet, Object, Regex, Value};

use super::{Checker, TypedExpr};
use crate::error::{self, MergeSide};
use crate::tree::{Assign, Node, Recovery};
use crate::warning;

impl Checker<'_> {
    pub(super) fn assign(&mut self, assign: &ast::Assign, span: Span) -> Option<TypedExpr> {
        let mark = self.pending.mark();
        let merge = assign.operator == AssignOperator::Merge;
        let checked = if merge {
            self.merged(assign)
        } else {
            self.expr(&assign.value).map(|typed| Assigned { kind: typed.kind().clone(), typed })
        };
        let Some(assigned) = checked else {
            if !merge {
                self.note_failed(&assign.target);
                assign.error.iter().for_each(|target| self.note_failed(target));
            }
            return None;
        };
        let failure = self.pending.take(mark);
        match &assign.error {
            None if failure.is_some() || assigned.typed.fallible() => {
                let (source, kinds) = (self.source(), assigned.kind.set());
                let diagnostic = error::fallible_assignment(source, assign, failure, kinds);
                self.errors.push(diagnostic);
                if self.options.strict {
                    return None;
                }
                // As if it were handled: what reads the target is right.
                let target = self.target(&assign.target)?;
                self.store(&target, assigned.kind, None);
                None
            }
            None => self.assign_one(assign, assigned, span),
            Some(error) => self.assign_two(assign, error, assigned, span),
        }
    }

    fn assign_one(
        &mut self,
        assign: &ast::Assign,
        assigned: Assigned,
        span: Span,
    ) -> Option<TypedExpr> {
        if assign.target.is_discard() {
            return self.fail(error::needless_assignment(assign));
        }
        let Assigned { typed: TypedExpr { expr: value, constant }, kind } = assigned;
        let type_def = TypeDef { kind, ..value.type_def };
        let target = self.target(&assign.target)?;
        self.store(&target, type_def.kind.clone(), constant);
        self.record_target(&assign.target, span);
        let merge = assign.operator == AssignOperator::Merge;
        let node = Assign { target, merge, recovery: None, value };
        Some(TypedExpr::new(Node::Assign(Box::new(node)), span, type_def))
    }

    fn assign_two(
        &mut self,
        assign: &ast::Assign,
        err: &ast::Expr,
        assigned: Assigned,
        span: Span,
    ) -> Option<TypedExpr> {
        if !assigned.typed.fallible() {
            // What was there before, in the event say, is overwritten with null: that would be missed.
            let fresh =
                matches!(&err.node, ast::Node::Variable(name) if self.scope.get(name).is_none());
            if self.options.strict {
                return self.fail(error::needless_error_target(assign, err, fresh));
            }
            if !assigned.typed.expr.fails_untyped() {
                let diagnostic = error::needless_error_target(assign, err, fresh);
                self.warnings.push(warning::lenient(diagnostic));
            }
        }
        if assign.target.is_discard() && err.is_discard() {
            return self.fail(error::needless_assignment(assign));
        }
        let Assigned { typed: TypedExpr { expr: value, constant }, kind } = assigned;
        let (default, kind_of_default) = default(&kind);
        let scopes = self.scope.depth();
        self.scope.open();
        let target = self.target(&assign.target)?;
        let Some(error) = self.target(err) else {
            self.scope.close(scopes);
            return None;
        };
        self.scope.merge(scopes);
        self.store(&target, kind.union(&kind_of_default), constant);
        self.store(&error, Kind::bytes().or_null(), None);
        self.record_target(&assign.target, span);
        self.record_target(err, span);
        let type_def = TypeDef::new(kind.union(&Kind::bytes()));
        let merge = assign.operator == AssignOperator::Merge;
        let recovery = Some(Recovery { target: error, default });
        Some(TypedExpr::new(
            Node::Assign(Box::new(Assign { target, merge, recovery, value })),
            span,
            type_def,
        ))
    }

    /// The right side of `|=`, as if it were `target | value`: what is known of the target is what was
    /// known before the value.
    fn merged(&mut self, assign: &ast::Assign) -> Option<Assigned> {
        let mark = self.pending.mark();
        if assign.target.is_discard() {
            let typed = self.expr(&assign.value)?;
            self.pending.consume(mark);
            let nothing = TypeDef::new(Kind::undefined());
            let sides = [
                MergeSide::new(assign.target.span, &nothing),
                MergeSide::new(assign.value.span, &typed.expr.type_def),
            ];
            return self.fail(error::merge_into(self.source(), assign, &sides));
        }
        let old = self.expr(&assign.target)?;
        let typed = self.expr(&assign.value)?;
        let sides = [
            MergeSide::new(assign.target.span, &old.expr.type_def),
            MergeSide::new(assign.value.span, &typed.expr.type_def),
        ];
        if !sides.iter().all(MergeSide::is_object) {
            self.pending.consume(mark);
            return self.fail(error::merge_into(self.source(), assign, &sides));
        }
        let kind = old.kind().merge_objects(typed.kind());
        let mut expr = typed.expr;
        expr.type_def.fallible |= old.expr.type_def.fallible;
        Some(Assigned { typed: TypedExpr { expr, constant: None }, kind })
    }
}

/// A value on its way to its target.
struct Assigned {
    typed: TypedExpr,
    /// What the target holds then: in `|=` the old value and this one, merged.
    kind: Kind,
}

/// What `ok, err =` leaves in the first target on failure, with its kind: the empty value of the one
/// kind that there can be, else null.
fn default(kind: &Kind) -> (Value, Kind) {
    match kind.set() {
        // Nothing at all passes for a text.
        KindSet::BYTES | KindSet::NEVER => (Value::from_static(""), Kind::bytes()),
        KindSet::INTEGER => (Value::Integer(0), Kind::integer()),
        KindSet::FLOAT => (Value::float(0.0).unwrap_or_default(), Kind::float()),
        KindSet::BOOLEAN => (Value::Boolean(false), Kind::boolean()),
        KindSet::TIMESTAMP => (Value::Timestamp(chrono::DateTime::UNIX_EPOCH), Kind::timestamp()),
        KindSet::REGEX => match Regex::new("") {
            Ok(empty) => (Value::Regex(empty), Kind::regex()),
            Err(_) => unreachable!("the empty pattern compiles"),
        },
        KindSet::ARRAY => (Value::Array(Array::new()), Kind::array(Collection::empty())),
        KindSet::OBJECT => (Value::Object(Object::new()), Kind::object(Collection::empty())),
        _ => (Value::Null, Kind::null()),
    }
}
