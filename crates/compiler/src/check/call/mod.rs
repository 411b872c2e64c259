//! Function calls, in the order in which VRL finds fault with them: the arguments themselves, the
//! function's name, how many arguments, their names, their kinds, what is missing, the closure, and at
//! last what the function says itself.
//!
//! A call goes through stages, each a type: [`Bound`], its arguments at their parameters; [`Typed`], its
//! closure checked and its type known; [`Prepared`], its body made. What is prepared becomes a part of the
//! tree.

mod arguments;
mod binding;
mod bound;
mod closure;
mod effect;
mod fold;
mod prepared;
mod removed_functions;
mod table;
mod typed;

use vrlet_diagnostic::Span;
use vrlet_parser::ast;

use super::{Checker, TypedExpr};
use removed_functions::RemovedFunction;
pub use removed_functions::{REMOVED_FUNCTIONS, instead_of_removed};

impl Checker<'_> {
    pub(super) fn call(&mut self, call: &ast::Call, span: Span) -> Option<TypedExpr> {
        if let Some(removed) = RemovedFunction::of(&call.name.text)
            && self.options.registry.get(&call.name.text).is_none()
        {
            return self.removed_function(removed, call, span);
        }
        let mark = self.pending.mark();
        self.record_call(call);
        let bound = self.bind_call(call);
        // Failures of arguments are refused by now, or the call is.
        self.pending.consume(mark);
        let bound = bound?;
        self.functions.insert(bound.function.name);
        let typed = self.type_call(bound, span)?;
        let Some(prepared) = self.prepare_call(typed) else {
            self.pending.consume(mark);
            return None;
        };
        Some(prepared.into_expr(span))
    }
}
