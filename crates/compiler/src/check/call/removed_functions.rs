//! Functions that VRL has removed (`get_metadata_field` and its kin). Calls of them are checked as the
//! paths that replaced them, with a warning that says what to write.

use vrlet_diagnostic::Span;
use vrlet_function::TypeDef;
use vrlet_parser::ast;
use vrlet_value::{Kind, KindSet, Root};

use super::super::{Checker, TypedExpr};
use crate::tree::{Assign, Node};
use crate::{error, warning};

/// What such a function does to the metadata.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum RemovedFunction {
    Get,
    Set,
    Remove,
}

impl RemovedFunction {
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

/// The functions that VRL has removed, by name.
pub const REMOVED_FUNCTIONS: [&str; 3] =
    ["get_metadata_field", "remove_metadata_field", "set_metadata_field"];

/// What to write instead of a function that VRL has removed.
#[must_use]
pub fn instead_of_removed(name: &str) -> Option<&'static str> {
    RemovedFunction::of(name).map(RemovedFunction::instead)
}

impl Checker<'_> {
    pub(super) fn removed_function(
        &mut self,
        removed: RemovedFunction,
        call: &ast::Call,
        span: Span,
    ) -> Option<TypedExpr> {
        let place = call.arguments.first().and_then(|argument| metadata(&argument.value));
        let typed = match (removed, place, &call.arguments[..]) {
            (RemovedFunction::Get, Some(place), [_]) => self.expr(&place)?,
            (RemovedFunction::Remove, Some(place), [_]) => {
                self.call(&removal(call, place), span)?
            }
            (RemovedFunction::Set, Some(place), [_, value]) => {
                self.set(&place, &value.value, span)?
            }
            _ => return self.fail(error::removed_function(&call.name, removed.instead())),
        };
        self.warnings.push(warning::deprecated(&call.name, removed.instead()));
        Some(typed)
    }

    /// `place = value`; the whole is null.
    fn set(&mut self, place: &ast::Expr, value: &ast::Expr, span: Span) -> Option<TypedExpr> {
        let mark = self.pending.mark();
        let typed = self.expr(value)?;
        self.pending.consume(mark);
        if typed.fallible() {
            return self.fail(error::fallible_argument(
                self.source(),
                value,
                "value",
                KindSet::ANY,
                typed.kind(),
            ));
        }
        let target = self.target(place)?;
        self.store(&target, typed.kind().clone(), typed.constant);
        let assign = Assign { target, merge: false, recovery: None, value: typed.expr };
        let assign = TypedExpr::new(Node::Assign(Box::new(assign)), span, TypeDef::any()).expr;
        let null = TypedExpr::constant(vrlet_value::Value::Null, span).expr;
        Some(TypedExpr::new(Node::Block(vec![assign, null]), span, TypeDef::new(Kind::null())))
    }
}

/// The place in the metadata that a path of the event, or a name in quotes, stands for.
fn metadata(argument: &ast::Expr) -> Option<ast::Expr> {
    let path = match &argument.node {
        ast::Node::Query(ast::Query { root: Root::Event, path }) => path.clone(),
        ast::Node::Literal(ast::Literal::String(name)) => {
            vec![ast::Segment { span: argument.span, step: ast::Step::Field(name.clone()) }]
        }
        _ => return None,
    };
    let node = ast::Node::Query(ast::Query { root: Root::Metadata, path });
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
