//! Array and object literals.

use std::collections::BTreeMap;

use vrlet_diagnostic::Span;
use vrlet_function::TypeDef;
use vrlet_parser::ast;
use vrlet_value::kind::Collection;
use vrlet_value::{Array, Key, Kind, Object, Value};

use super::{Checker, Term};
use crate::tree::{Expr, Node};

impl Checker<'_> {
    pub(super) fn array(&mut self, elements: &[ast::Expr], span: Span) -> Option<Term> {
        let terms =
            elements.iter().map(|element| self.expr(element)).collect::<Option<Vec<_>>>()?;
        let kind = if terms.iter().any(|term| term.kind().is_never()) {
            Kind::never()
        } else {
            Kind::array(Collection::of_elements(
                terms.iter().map(|term| term.kind().clone().stored()),
            ))
        };
        let fallible = terms.iter().any(Term::fallible);
        let constant = terms.iter().map(|term| term.constant.clone()).collect::<Option<Vec<_>>>();
        let exprs: Vec<Expr> = terms.into_iter().map(|term| term.expr).collect();
        let node = match exprs.iter().map(written).collect::<Option<Vec<_>>>() {
            Some(values) => Node::Constant(Value::Array(Array::from(values))),
            None => Node::Array(exprs),
        };
        let type_def = TypeDef::new(kind).fallible_if(fallible);
        Some(Term { expr: Expr { span, node, type_def }, constant: constant.map(Value::from) })
    }

    pub(super) fn object(
        &mut self,
        members: &[(ast::Name, ast::Expr)],
        span: Span,
    ) -> Option<Term> {
        let (terms, fallible) = self.members(members)?;
        let kind = if terms.iter().any(|(_, term)| term.kind().is_never()) {
            Kind::never()
        } else {
            let kinds = terms.iter().map(|(key, term)| (key.clone(), term.kind().clone().stored()));
            Kind::object(Collection::of_fields(kinds))
        };
        let constants = terms.iter().map(|(key, term)| Some((key.clone(), term.constant.clone()?)));
        let constant = constants.collect::<Option<Vec<_>>>().map(Object::from_iter);
        let exprs: Vec<(Key, Expr)> =
            terms.into_iter().map(|(key, term)| (key, term.expr)).collect();
        let values = exprs.iter().map(|(key, expr)| Some((key.clone(), written(expr)?)));
        let node = match values.collect::<Option<Vec<_>>>() {
            Some(values) => Node::Constant(Value::Object(Object::from_iter(values))),
            None => Node::Object(exprs),
        };
        let type_def = TypeDef::new(kind).fallible_if(fallible);
        Some(Term { expr: Expr { span, node, type_def }, constant: constant.map(Value::Object) })
    }

    /// The members of an object literal in the order of their keys, each key with its last value, and
    /// whether any value can fail. Every value that does not compile is reported.
    fn members(&mut self, members: &[(ast::Name, ast::Expr)]) -> Option<(Vec<(Key, Term)>, bool)> {
        let level = self.level();
        let mut terms = BTreeMap::new();
        let mut fallible = false;
        let mut failed = false;
        for (name, value) in members {
            match self.expr(value) {
                Some(term) => {
                    fallible |= term.fallible();
                    terms.insert(Key::from(name.text.as_str()), term);
                }
                None => {
                    self.recover(&level);
                    failed = true;
                }
            }
        }
        (!failed).then(|| (terms.into_iter().collect(), fallible))
    }
}

/// The value of an expression that is a constant of the tree itself.
fn written(expr: &Expr) -> Option<Value> {
    if let Node::Constant(value) = &expr.node { Some(value.clone()) } else { None }
}
