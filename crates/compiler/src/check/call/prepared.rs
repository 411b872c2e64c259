//! The last stage of a call: its body is made, with the work on constants done, and becomes part of the tree.

use vrlet_diagnostic::{Diagnostic, Span};
use vrlet_function::Body;
use vrlet_value::Value;

use super::super::{Checker, TypedExpr};
use super::arguments::TreeArguments;
use super::typed::Typed;
use super::{fold, table};
use crate::tree::{Call, CallBody, Node, TableSearch};
use crate::{error, warning};

/// A call that compiles.
pub(super) struct Prepared<'c> {
    typed: Typed<'c>,
    result: CallResult,
    table: Option<Box<TableSearch>>,
}

/// Where the result of a call comes from.
enum CallResult {
    /// It is known already.
    Known(Value),
    /// A body gives it when the program runs; to the checker it may be a constant all the same.
    Of { body: CallBody, constant: Option<Value> },
}

impl Checker<'_> {
    /// Makes the body, and lets the function change what is known of the event.
    pub(super) fn prepare_call<'c>(&mut self, typed: Typed<'c>) -> Option<Prepared<'c>> {
        let result = match self.result(&typed) {
            Ok(result) => result,
            Err(diagnostic) => return self.fail(*diagnostic),
        };
        let (call, function) = (typed.call, typed.function);
        if let Some(instead) = function.deprecated {
            self.warnings.push(warning::deprecated(&call.name, instead));
        }
        if let (Some(bang), false) = (call.bang, typed.may_fail) {
            self.warnings.push(warning::needless_bang(&call.name, bang, typed.fails_untyped));
        }
        let context = typed.context(&self.state, self.options.host);
        if let Some(concern) = function.warns.and_then(|warns| warns(&context)) {
            let argument = function.param(concern.param);
            let argument = argument.and_then(|position| typed.arguments.span_at(position));
            self.warnings.push(warning::doubtful_argument(call, argument, &concern));
        }
        let table = table::search(function, &typed.context(&self.state, self.options.host));
        self.record_failing(call, typed.may_fail);
        let closure = typed.closure.as_ref().map(|closure| &closure.type_def.kind);
        self.apply_effect(function, &typed.arguments, closure);
        Some(Prepared { typed, result, table })
    }

    fn result(&self, typed: &Typed<'_>) -> Result<CallResult, Box<Diagnostic>> {
        let Typed { call, function, arguments, .. } = typed;
        if let Some(diagnostic) = self.binding_error(call, function, arguments) {
            return Err(Box::new(diagnostic));
        }
        let context = typed.context(&self.state, self.options.host);
        let body = match function.body {
            Body::CompileTime(value) => return Ok(CallResult::Known(value(&context))),
            Body::Plain(body) => CallBody::Plain(body),
            Body::TypeAssert(kinds) => CallBody::TypeAssert(kinds),
            Body::Prepared(prepare) => CallBody::Prepared(prepare(&context).map_err(|error| {
                let argument = arguments.refused(function, &error);
                Box::new(error::refused(call, argument, &error))
            })?),
        };
        let constant = fold::value(function, &body, &context);
        Ok(CallResult::Of { body, constant })
    }
}

impl Prepared<'_> {
    /// The call as the tree keeps it.
    pub fn into_expr(self, span: Span) -> TypedExpr {
        let Self { typed, result, table } = self;
        let type_def = typed.type_def();
        let (body, constant) = match result {
            CallResult::Known(value) => {
                return TypedExpr::new(Node::Constant(value), span, type_def);
            }
            CallResult::Of { body, constant } => (body, constant),
        };
        let Typed { call, function, arguments, closure, may_fail, fails_untyped, .. } = typed;
        // A body that was prepared has its constants; others get them like other arguments.
        let keep_constants = match body {
            CallBody::Plain(_) | CallBody::TypeAssert(_) => true,
            CallBody::Prepared(_) => false,
        };
        let asserts = matches!(body, CallBody::TypeAssert(_));
        let TreeArguments { values, fields, place, guards } =
            arguments.into_tree(function, keep_constants);
        let node = Call {
            function,
            body,
            arguments: values,
            fields,
            place,
            can_fail: may_fail
                || fails_untyped
                || asserts
                || !guards.is_empty()
                || closure.is_some(),
            fails_untyped,
            closure: closure.map(|closure| closure.closure),
            guards,
            span: call.closure.as_ref().map_or(call.span, |closure| call.span.to(closure.span)),
            lets_failures_out: may_fail && call.bang.is_some(),
            table,
        };
        TypedExpr { constant, ..TypedExpr::new(Node::Call(Box::new(node)), span, type_def) }
    }
}
