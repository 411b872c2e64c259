//! Functions of the time when metadata had no paths of its own. Calls of them are checked as the paths
//! that took their place, with a warning that says which.

use vrlet_diagnostic::Span;
use vrlet_function::TypeDef;
use vrlet_parser::ast::{self, QueryRoot};
use vrlet_value::Kind;

use super::super::{Checker, Term};
use crate::tree::{Assign, Node};
use crate::{error, warning};

/// What such a function does to the metadata.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Bygone {
    Get,
    Set,
    Remove,
}

impl Bygone {
    pub fn of(name: &str) -> Option<Self> {
        match name {
            "get_metadata_field" => Some(Self::Get),
            "set_metadata_field" => Some(Self::Set),
            "remove_metadata_field" => Some(Self::Remove),
            _ => None,
        }
    }

    fn instead(self) -> &'static str {
        match self {
            Self::Get => "write `%name`",
            Self::Set => "write `%name = …`",
            Self::Remove => "write `del(%name)`",
        }
    }
}

/// The functions of the time when metadata had no paths of its own, by name.
pub const BYGONE_FUNCTIONS: [&str; 3] =
    ["get_metadata_field", "remove_metadata_field", "set_metadata_field"];

/// What to write instead of a function of the time when metadata had no paths of its own.
#[must_use]
pub fn instead_of_bygone(name: &str) -> Option<&'static str> {
    Bygone::of(name).map(Bygone::instead)
}

impl Checker<'_> {
    pub(super) fn bygone(&mut self, bygone: Bygone, call: &ast::Call, span: Span) -> Option<Term> {
        let place = call.arguments.first().and_then(|argument| metadata(&argument.value));
        let term = match (bygone, place, &call.arguments[..]) {
            (Bygone::Get, Some(place), [_]) => self.expr(&place)?,
            (Bygone::Remove, Some(place), [_]) => self.call(&removal(call, place), span)?,
            (Bygone::Set, Some(place), [_, value]) => self.set(&place, &value.value, span)?,
            _ => return self.fail(error::bygone_function(&call.name, bygone.instead())),
        };
        self.warnings.push(warning::deprecated(&call.name, bygone.instead()));
        Some(term)
    }

    /// `place = value`; the whole is null.
    fn set(&mut self, place: &ast::Expr, value: &ast::Expr, span: Span) -> Option<Term> {
        let mark = self.pending.mark();
        let term = self.expr(value)?;
        self.pending.consume(mark);
        if term.fallible() {
            return self.fail(error::fallible_argument(value, "value"));
        }
        let target = self.target(place)?;
        let target = self.store(target, term.kind().clone(), term.constant);
        let assign = Assign { target, merge: false, recovery: None, value: term.expr };
        let assign = Term::new(Node::Assign(Box::new(assign)), span, TypeDef::any()).expr;
        let null = Term::constant(vrlet_value::Value::Null, span).expr;
        Some(Term::new(Node::Block(vec![assign, null]), span, TypeDef::new(Kind::null())))
    }
}

/// The place in the metadata that a path of the event, or a name in quotes, stands for.
fn metadata(argument: &ast::Expr) -> Option<ast::Expr> {
    let path = match &argument.node {
        ast::Node::Query(ast::Query { root: QueryRoot::Event, path }) => path.clone(),
        ast::Node::Literal(ast::Literal::String(name)) => {
            vec![ast::Segment { span: argument.span, step: ast::Step::Field(name.clone()) }]
        }
        _ => return None,
    };
    let node = ast::Node::Query(ast::Query { root: QueryRoot::Metadata, path });
    Some(ast::Expr { span: argument.span, node })
}

fn removal(call: &ast::Call, place: ast::Expr) -> ast::Call {
    ast::Call {
        name: ast::Name { text: "del".to_owned(), span: call.name.span },
        bang: None,
        arguments: vec![ast::Argument { name: None, value: place }],
        closure: None,
        span: call.span,
    }
}
