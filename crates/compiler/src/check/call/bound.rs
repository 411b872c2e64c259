//! The first stage of a call: which function it is, and each argument at the parameter that takes it.

use vrlet_diagnostic::Diagnostic;
use vrlet_function::{Function, Param};
use vrlet_parser::ast;
use vrlet_value::Kind;

use super::super::{Checker, TypedExpr};
use super::arguments::Arguments;
use super::binding::{Fit, fit, positions};
use crate::error;

/// A call whose arguments are at their parameters and may be of their kinds.
pub(super) struct Bound<'c> {
    pub call: &'c ast::Call,
    pub function: &'static Function,
    pub arguments: Arguments,
    /// An argument that may be of the wrong kind.
    pub mismatch: Option<Diagnostic>,
}

/// An argument that may be of the wrong kind.
struct Mismatch<'c> {
    param: &'static Param,
    value: &'c ast::Expr,
    kind: Kind,
}

impl Checker<'_> {
    pub(super) fn bind_call<'c>(&mut self, call: &'c ast::Call) -> Option<Bound<'c>> {
        let mut given = Vec::with_capacity(call.arguments.len());
        for argument in &call.arguments {
            given.push(self.expr(&argument.value)?);
        }
        let Some(function) = self.options.registry.get(&call.name.text) else {
            return self.fail(error::unknown_function(self.source(), call, self.options.registry));
        };
        if call.arguments.len() > function.params.len() {
            return self.fail(error::too_many_arguments(call, function));
        }
        let positions = match positions(call, function) {
            Ok(positions) => positions,
            Err(name) => return self.fail(error::unknown_argument(name, function)),
        };
        let mut mismatch = None;
        for ((argument, typed), &position) in call.arguments.iter().zip(&given).zip(&positions) {
            let found = self.fit_argument(call, &function.params[position], argument, typed);
            match found {
                Ok(found) => mismatch = mismatch.or(found),
                Err(diagnostic) => return self.fail(*diagnostic),
            }
        }
        let missing: Vec<&Param> = (0..)
            .zip(function.params)
            .filter(|(position, param)| param.required && !positions.contains(position))
            .map(|(_, param)| param)
            .collect();
        if !missing.is_empty() {
            return self.fail(error::missing_argument(self.source(), call, &missing));
        }
        let source = self.source();
        let mismatch = mismatch.map(|Mismatch { param, value, kind }| {
            error::possible_argument_kind(source, call, param, value, &kind)
        });
        let arguments = Arguments::new(call, function, given, &positions);
        Some(Bound { call, function, arguments, mismatch })
    }

    /// Whether an argument may be of a wrong kind; the error where it is, or can fail by itself.
    fn fit_argument<'c>(
        &mut self,
        call: &ast::Call,
        param: &'static Param,
        argument: &'c ast::Argument,
        typed: &TypedExpr,
    ) -> Result<Option<Mismatch<'c>>, Box<Diagnostic>> {
        let (value, kind) = (&argument.value, typed.kind());
        let fits = fit(kind, param);
        let source = self.source();
        if fits != Fit::Always
            && call.bang.is_none()
            && let Some(diagnostic) = error::another_path(source, call, value)
        {
            return Err(Box::new(diagnostic));
        }
        if fits == Fit::Never {
            return Err(Box::new(error::argument_kind(source, call, param, value, kind)));
        }
        if typed.fallible() {
            let diagnostic = error::fallible_argument(source, value, param.name, param.kinds, kind);
            return Err(Box::new(diagnostic));
        }
        self.warn_if_stale(&typed.expr, |kind| fit(kind, param) == Fit::Always);
        let is_mismatch = fits == Fit::Maybe;
        Ok(is_mismatch.then(|| Mismatch { param, value, kind: kind.clone() }))
    }
}
