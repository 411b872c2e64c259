//! Function calls, in the order in which VRL finds fault with them: the arguments themselves, the
//! function's name, how many arguments, their names, their kinds, what is missing, the closure, and at
//! last what the function says itself.

mod arguments;
mod binding;
mod closure;
mod effect;
mod fold;
mod removed_functions;
mod table;

use vrlet_diagnostic::{Diagnostic, Span};
use vrlet_function::{Body, CallContext, Function, TypeDef};
use vrlet_parser::ast;

use super::pending::Failure;
use super::{Checker, TypedExpr};
use crate::tree::{Call, CallBody, Node};
use crate::{error, warning};
use arguments::Arguments;
pub(super) use closure::Surroundings;
use removed_functions::RemovedFunction;
pub use removed_functions::{REMOVED_FUNCTIONS, instead_of_removed};

/// What the checks of the arguments found out.
struct Bound {
    arguments: Arguments,
    /// An argument that may be of the wrong kind.
    mismatch: Option<Diagnostic>,
}

impl Checker<'_> {
    pub(super) fn call(&mut self, call: &ast::Call, span: Span) -> Option<TypedExpr> {
        if let Some(removed) = RemovedFunction::of(&call.name.text)
            && self.options.registry.get(&call.name.text).is_none()
        {
            return self.removed_function(removed, call, span);
        }
        let mark = self.pending.mark();
        self.record_call(call);
        let Some((function, bound)) = self.bind(call, mark) else {
            self.pending.consume(mark);
            return None;
        };
        self.functions.insert(function.name);
        let closure = self.closure(call, span, function, &bound.arguments, mark)?;
        let mismatch = bound.mismatch.is_some();
        if let (Some(diagnostic), None) = (bound.mismatch, call.bang) {
            self.pending.push(Failure::Argument(Box::new(diagnostic)));
        }
        let closure_kind = closure.as_ref().map(|(_, type_def)| &type_def.kind);
        let context = CallContext {
            root_kind: bound.arguments.root_kind(&self.state),
            ..bound.arguments.context(function, closure_kind, self.options.host)
        };
        let returns = (function.returns)(&context);
        let error = self.binding_error(call, function, &bound.arguments);
        let prepared = match (error, function.body) {
            (Some(diagnostic), _) => Err(diagnostic),
            (None, Body::Plain(body)) => Ok(Some(CallBody::Plain(body))),
            (None, Body::Prepared(prepare)) => {
                prepare(&context).map(|body| Some(CallBody::Prepared(body))).map_err(|error| {
                    error::refused(call, bound.arguments.refused(function, &error), &error)
                })
            }
            (None, Body::TypeAssert(kinds)) => Ok(Some(CallBody::TypeAssert(kinds))),
            (None, Body::CompileTime(_)) => Ok(None),
        };
        let body = match prepared {
            Ok(body) => body,
            Err(diagnostic) => {
                self.pending.consume(mark);
                return self.fail(diagnostic);
            }
        };
        if let Some(instead) = function.deprecated {
            self.warnings.push(warning::deprecated(&call.name, instead));
        }
        let may_fail = mismatch || returns.fallible;
        let closure_fails = closure.as_ref().is_some_and(|(_, type_def)| type_def.fallible);
        if let Some(bang) = call.bang
            && !may_fail
        {
            self.warnings.push(warning::needless_bang(&call.name, bang));
        }
        let constant = body.as_ref().and_then(|body| fold::value(function, body, &context));
        let known =
            if let Body::CompileTime(value) = function.body { Some(value(&context)) } else { None };
        let table = table::search(function, &context);
        self.record_failing(call, may_fail);
        self.apply_effect(function, &bound.arguments, closure_kind);
        let type_def = TypeDef::new(returns.kind)
            .fallible_if((may_fail && call.bang.is_none()) || closure_fails);
        if let Some(value) = known {
            return Some(TypedExpr::new(Node::Constant(value), span, type_def));
        }
        let Some(body) = body else { unreachable!("checked: only a known result has no body") };
        let keep = matches!(body, CallBody::Plain(_) | CallBody::TypeAssert(_));
        let expects = matches!(body, CallBody::TypeAssert(_));
        let (arguments, fields, place, guards) = bound.arguments.into_tree(function, keep);
        let can_fail = may_fail || expects || !guards.is_empty() || closure.is_some();
        let lets_failures_out = may_fail && call.bang.is_some();
        let closure = closure.map(|(closure, _)| closure);
        let span_of_call =
            call.closure.as_ref().map_or(call.span, |closure| call.span.to(closure.span));
        let node = Call {
            function,
            body,
            arguments,
            fields,
            place,
            closure,
            guards,
            span: span_of_call,
            can_fail,
            lets_failures_out,
            table,
        };
        Some(TypedExpr { constant, ..TypedExpr::new(Node::Call(Box::new(node)), span, type_def) })
    }

    /// The function and its arguments, each at its parameter.
    fn bind(&mut self, call: &ast::Call, mark: usize) -> Option<(&'static Function, Bound)> {
        let mut typed_exprs = Vec::with_capacity(call.arguments.len());
        for argument in &call.arguments {
            typed_exprs.push(self.expr(&argument.value)?);
        }
        let Some(function) = self.options.registry.get(&call.name.text) else {
            return self.fail(error::unknown_function(&call.name, self.options.registry));
        };
        if call.arguments.len() > function.params.len() {
            return self.fail(error::too_many_arguments(call, function));
        }
        let positions = match binding::positions(call, function) {
            Ok(positions) => positions,
            Err(name) => return self.fail(error::unknown_argument(name, function)),
        };
        let mut mismatch = None;
        for ((argument, typed), &position) in
            call.arguments.iter().zip(&typed_exprs).zip(&positions)
        {
            let param = &function.params[position];
            let value = &argument.value;
            match binding::fit(typed.kind(), param) {
                binding::Fit::Never => {
                    return self.fail(error::argument_kind(call, param, value, typed.kind()));
                }
                binding::Fit::Maybe if mismatch.is_none() => {
                    mismatch = Some((param, value, typed.kind().clone()))
                }
                binding::Fit::Maybe | binding::Fit::Always => {}
            }
            if typed.fallible() {
                return self.fail(error::fallible_argument(value, param.name));
            }
            self.warn_if_stale(&typed.expr, |kind| {
                binding::fit(kind, param) == binding::Fit::Always
            });
        }
        let missing: Vec<_> = function
            .params
            .iter()
            .enumerate()
            .filter(|(position, param)| param.required && !positions.contains(position))
            .map(|(_, param)| param)
            .collect();
        if !missing.is_empty() {
            return self.fail(error::missing_argument(call, &missing));
        }
        self.pending.consume(mark);
        let mismatch = mismatch
            .map(|(param, value, kind)| error::possible_argument_kind(call, param, value, &kind));
        let arguments = Arguments::new(call, function, typed_exprs, &positions);
        Some((function, Bound { arguments, mismatch }))
    }
}
