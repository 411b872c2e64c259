//! Closures of calls: checked once with what is known before them; what they do is forgotten after,
//! since nobody knows whether they run.

use vrlet_diagnostic::Span;
use vrlet_function::{ClosureSignature, Function, TypeDef};
use vrlet_parser::ast;
use vrlet_value::{Kind, Root};

use super::super::Checker;
use super::arguments::Arguments;
use crate::error;
use crate::tree::{Closure, VariableId};

/// What is noted of a closure while its body is checked.
pub(in super::super) struct Surroundings {
    /// Whether `break` ends the function.
    pub breaks: bool,
    /// The variables first assigned inside.
    pub locals: Vec<VariableId>,
    /// What `return` gives.
    pub returned: Kind,
}

impl Checker<'_> {
    /// The closure and what is known of its result.
    #[allow(
        clippy::option_option,
        reason = "the outer one says whether it compiles, as everywhere in here"
    )]
    pub(super) fn closure(
        &mut self,
        call: &ast::Call,
        span: Span,
        function: &Function,
        arguments: &Arguments,
        mark: usize,
    ) -> Option<Option<(Closure, TypeDef)>> {
        let (signature, closure) = match (&function.closure, &call.closure) {
            (None, None) => return Some(None),
            (Some(signature), Some(closure)) => (signature, closure),
            (None, Some(closure)) => {
                self.pending.consume(mark);
                return self.fail(error::needless_closure(closure.span, &call.name.text));
            }
            (Some(signature), None) => {
                self.pending.consume(mark);
                return self.fail(error::missing_closure(call, signature));
            }
        };
        let context = arguments.context(function, None, self.options.host);
        let input = context.kind_of(&signature.input);
        if !input.is(signature.over) {
            self.pending.consume(mark);
            return self.fail(error::closure_input(span, call, signature, &input));
        }
        if closure.parameters.len() != signature.params.len() {
            self.pending.consume(mark);
            return self.fail(error::closure_parameters(call, closure, signature));
        }
        let kinds: Vec<Kind> =
            signature.params.iter().map(|param| (param.kind)(&context)).collect();
        self.body(closure, signature, kinds, &call.name.text).map(Some)
    }

    fn body(
        &mut self,
        closure: &ast::Closure,
        signature: &ClosureSignature,
        kinds: Vec<Kind>,
        function: &str,
    ) -> Option<(Closure, TypeDef)> {
        let scopes = self.scope.depth();
        self.state.open();
        self.scope.open();
        let mut params = Vec::with_capacity(kinds.len());
        for (name, kind) in closure.parameters.iter().zip(kinds) {
            let id = name.as_ref().map(|name| self.parameter(name, kind));
            params.push(id);
        }
        self.closures.push(Surroundings {
            breaks: signature.breaks,
            locals: Vec::new(),
            returned: Kind::never(),
        });
        let (block, type_def) = self.block_exprs(&closure.block)?;
        let Some(Surroundings { locals, returned, .. }) = self.closures.pop() else {
            unreachable!("checked: pushed above")
        };
        for kind in [&type_def.kind, &returned] {
            if !kind.is(signature.result) {
                return self.fail(error::closure_result(
                    closure.block.span,
                    signature,
                    kind,
                    function,
                ));
            }
        }
        self.state.forget(closure.span);
        self.scope.close(scopes);
        Some((Closure { params, locals, block, result: signature.result }, type_def))
    }

    fn parameter(&mut self, name: &ast::Name, kind: Kind) -> VariableId {
        let id = self.declare_parameter(&name.text, name.span);
        self.record_type(name.span, &TypeDef::new(kind.clone()));
        self.record_mention(name.span, id, true);
        self.state.write(Root::Variable(id), &[], kind, None);
        id
    }
}
