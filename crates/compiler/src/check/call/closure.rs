//! Closures of calls: checked once with what is known before them; what they do is forgotten after,
//! since nobody knows whether they run.

use vrlet_diagnostic::{Diagnostic, Span};
use vrlet_function::{ClosureSignature, TypeDef};
use vrlet_parser::ast;
use vrlet_value::{Kind, Root};

use super::super::{Checker, EnclosingClosure};
use super::bound::Bound;
use crate::error;
use crate::tree::{Closure, VariableId};

/// A closure that is where one belongs, still to be checked.
pub(super) struct FoundClosure<'c> {
    signature: &'static ClosureSignature,
    closure: &'c ast::Closure,
    /// What is known of its parameters.
    kinds: Vec<Kind>,
    /// Whether a `return` in it may be one that fails.
    return_fails: bool,
}

/// A checked closure, and what is known of its result.
pub(super) struct TypedClosure {
    pub closure: Closure,
    pub type_def: TypeDef,
}

impl Checker<'_> {
    /// The closure of a call whose function takes one.
    pub(super) fn find_closure<'c>(
        &self,
        bound: &Bound<'c>,
        span: Span,
    ) -> Result<Option<FoundClosure<'c>>, Box<Diagnostic>> {
        let (call, function) = (bound.call, bound.function);
        let (signature, closure) = match (&function.closure, &call.closure) {
            (None, None) => return Ok(None),
            (Some(signature), Some(closure)) => (signature, closure),
            (None, Some(closure)) => {
                return Err(Box::new(error::needless_closure(closure.span, &call.name.text)));
            }
            (Some(signature), None) => {
                return Err(Box::new(error::missing_closure(self.source(), call, signature)));
            }
        };
        let context = bound.arguments.context(function, None, self.options.host);
        let input = context.kind_of(&signature.input);
        if !input.is(signature.over) {
            return Err(Box::new(error::closure_input(
                self.source(),
                span,
                call,
                signature,
                &input,
            )));
        }
        if closure.parameters.len() != signature.params.len() {
            return Err(Box::new(error::closure_parameters(
                self.source(),
                call,
                closure,
                signature,
            )));
        }
        let kinds = signature.params.iter().map(|param| (param.kind)(&context)).collect();
        let return_fails = !input.is(signature.returns);
        Ok(Some(FoundClosure { signature, closure, kinds, return_fails }))
    }

    pub(super) fn closure(
        &mut self,
        found: FoundClosure<'_>,
        function: &str,
    ) -> Option<TypedClosure> {
        let FoundClosure { signature, closure, kinds, return_fails } = found;
        let scopes = self.scope.depth();
        self.state.open();
        self.scope.open();
        let mut params = Vec::with_capacity(kinds.len());
        for (name, kind) in closure.parameters.iter().zip(kinds) {
            let id = name.as_ref().map(|name| self.parameter(name, kind));
            params.push(id);
        }
        self.closures.push(EnclosingClosure {
            breaks: signature.breaks,
            return_fails,
            locals: Vec::new(),
            returned: Kind::never(),
        });
        let (block, type_def) = self.block_exprs(&closure.block)?;
        let Some(EnclosingClosure { locals, returned, .. }) = self.closures.pop() else {
            unreachable!("checked: pushed above")
        };
        for kind in [&type_def.kind, &returned] {
            if !kind.is(signature.result) {
                let source = self.source();
                return self
                    .fail(error::closure_result(source, closure, signature, kind, function));
            }
        }
        self.state.forget(closure.span);
        self.scope.close(scopes);
        let closure = Closure { params, locals, block, result: signature.result };
        Some(TypedClosure { closure, type_def })
    }

    fn parameter(&mut self, name: &ast::Name, kind: Kind) -> VariableId {
        let id = self.declare_parameter(&name.text, name.span);
        self.record_type(name.span, &TypeDef::new(kind.clone()));
        self.record_mention(name.span, id, true);
        self.state.write(Root::Variable(id), &[], kind, None);
        id
    }
}
