//! The second stage of a call: its closure is checked, and what is known of its result.

use vrlet_diagnostic::Span;
use vrlet_function::{CallContext, Function, Host, TypeDef};
use vrlet_parser::ast;
use vrlet_value::Kind;

use super::super::Checker;
use super::super::state::State;
use super::arguments::Arguments;
use super::bound::Bound;
use super::closure::TypedClosure;
use crate::failure::{Cause, Failure};

/// A call whose type is known.
pub(super) struct Typed<'c> {
    pub call: &'c ast::Call,
    pub function: &'static Function,
    pub arguments: Arguments,
    pub closure: Option<TypedClosure>,
    /// The kind of the result.
    pub kind: Kind,
    /// Whether the call itself may fail, `!` or not.
    pub may_fail: bool,
    /// Whether it may although by VRL's types it can't.
    pub fails_untyped: bool,
}

impl Checker<'_> {
    pub(super) fn type_call<'c>(&mut self, bound: Bound<'c>, span: Span) -> Option<Typed<'c>> {
        let closure = match self.find_closure(&bound, span) {
            Ok(None) => None,
            Ok(Some(found)) => Some(self.closure(found, &bound.call.name.text)?),
            Err(diagnostic) => return self.fail(*diagnostic),
        };
        let Bound { call, function, arguments, mismatch } = bound;
        let mismatches = mismatch.is_some();
        let mut typed = Typed {
            call,
            function,
            arguments,
            closure,
            kind: Kind::never(),
            may_fail: mismatches,
            fails_untyped: false,
        };
        let context = typed.context(&self.state, self.options.host);
        let TypeDef { kind, fallible } = (function.returns)(&context);
        let fails_untyped = function.fails_untyped.is_some_and(|fails| fails(&context));
        if let (Some(why), None) = (mismatch, call.bang) {
            let (name, why) = (call.name.span, Box::new(why));
            let cause = Cause::Argument { call: name, why, fails: fallible };
            self.pending.push(Failure { span, kinds: kind.set(), cause });
        }
        typed.kind = kind;
        typed.may_fail |= fallible;
        typed.fails_untyped = fails_untyped;
        Some(typed)
    }
}

impl Typed<'_> {
    /// The call as its function sees it.
    pub fn context<'a>(&'a self, state: &'a State, host: &'a Host) -> CallContext<'a> {
        let closure = self.closure.as_ref().map(|closure| &closure.type_def.kind);
        let context = self.arguments.context(self.function, closure, host);
        CallContext { root_kind: self.arguments.root_kind(state), ..context }
    }

    /// What is known of the whole expression.
    pub fn type_def(&self) -> TypeDef {
        let closure_fails = self.closure.as_ref().is_some_and(|it| it.type_def.fallible);
        let fails = (self.may_fail && self.call.bang.is_none()) || closure_fails;
        TypeDef::new(self.kind.clone()).fallible_if(fails)
    }
}
