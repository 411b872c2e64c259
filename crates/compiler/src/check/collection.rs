//! Array and object literals.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use vrlet_diagnostic::Span;
use vrlet_function::TypeDef;
use vrlet_parser::ast;
use vrlet_value::kind::Collection;
use vrlet_value::{Array, Key, Kind, Object, Value};

use super::{Checker, TypedExpr};
use crate::tree::{Expr, Node};
use crate::warning;

impl Checker<'_> {
    pub(super) fn array(&mut self, elements: &[ast::Expr], span: Span) -> Option<TypedExpr> {
        let typed_exprs =
            elements.iter().map(|element| self.expr(element)).collect::<Option<Vec<_>>>()?;
        let kind = if typed_exprs.iter().any(|typed| typed.kind().is_never()) {
            Kind::never()
        } else {
            Kind::array(Collection::of_elements(
                typed_exprs.iter().map(|typed| typed.kind().clone().stored()),
            ))
        };
        let fallible = typed_exprs.iter().any(TypedExpr::fallible);
        let constant =
            typed_exprs.iter().map(|typed| typed.constant.clone()).collect::<Option<Vec<_>>>();
        let exprs: Vec<Expr> = typed_exprs.into_iter().map(|typed| typed.expr).collect();
        let node = match exprs.iter().map(written).collect::<Option<Vec<_>>>() {
            Some(values) => Node::Constant(Value::Array(Array::from(values))),
            None => Node::Array(exprs),
        };
        let type_def = TypeDef::new(kind).fallible_if(fallible);
        Some(TypedExpr { expr: Expr { span, node, type_def }, constant: constant.map(Value::from) })
    }

    pub(super) fn object(
        &mut self,
        members: &[(ast::Name, ast::Expr)],
        span: Span,
    ) -> Option<TypedExpr> {
        self.warn_of_duplicates(members);
        let (typed_exprs, fallible) = self.members(members)?;
        let kind = if typed_exprs.iter().any(|(_, typed)| typed.kind().is_never()) {
            Kind::never()
        } else {
            let kinds =
                typed_exprs.iter().map(|(key, typed)| (key.clone(), typed.kind().clone().stored()));
            Kind::object(Collection::of_fields(kinds))
        };
        let constants =
            typed_exprs.iter().map(|(key, typed)| Some((key.clone(), typed.constant.clone()?)));
        let constant = constants.collect::<Option<Vec<_>>>().map(Object::from_iter);
        let exprs: Vec<(Key, Expr)> =
            typed_exprs.into_iter().map(|(key, typed)| (key, typed.expr)).collect();
        let values = exprs.iter().map(|(key, expr)| Some((key.clone(), written(expr)?)));
        let node = match values.collect::<Option<Vec<_>>>() {
            Some(values) => Node::Constant(Value::Object(Object::from_iter(values))),
            None => Node::Object(exprs),
        };
        let type_def = TypeDef::new(kind).fallible_if(fallible);
        Some(TypedExpr {
            expr: Expr { span, node, type_def },
            constant: constant.map(Value::Object),
        })
    }

    /// Warns of keys whose value another one replaces.
    fn warn_of_duplicates(&mut self, members: &[(ast::Name, ast::Expr)]) {
        let mut last = HashMap::with_capacity(members.len());
        for (key, _) in members.iter().rev() {
            match last.entry(key.text.as_str()) {
                Entry::Vacant(entry) => {
                    entry.insert(key.span);
                }
                Entry::Occupied(entry) => {
                    self.warnings.push(warning::duplicate_key(key, *entry.get()));
                }
            }
        }
    }
}

/// The value of an expression that is a constant of the tree itself.
fn written(expr: &Expr) -> Option<Value> {
    if let Node::Constant(value) = &expr.node { Some(value.clone()) } else { None }
}
