//! Side effects of calls on types, and arguments that a parameter bound at compile time can't take.

use vrlet_diagnostic::Diagnostic;
use vrlet_function::{Binding, Function};
use vrlet_parser::ast;
use vrlet_value::{Kind, Value};

use super::super::Checker;
use super::arguments::Arguments;
use crate::error::{self, BindingError};

impl Checker<'_> {
    /// Lets the function change what is known of the event or the metadata.
    pub(super) fn apply_effect(
        &mut self,
        function: &Function,
        arguments: &Arguments,
        closure: Option<&Kind>,
    ) {
        let context = arguments.context(function, closure, self.options.host);
        if let (Some(effect), Some(store), Some(place)) =
            (function.effect, arguments.store, arguments.place())
        {
            self.state.transform(store, &place.path, arguments.call, |root| effect(&context, root));
        }
    }

    /// Why a parameter that binds at compile time can't take its argument, and why a place may not be
    /// changed.
    pub(super) fn binding_error(
        &self,
        call: &ast::Call,
        function: &Function,
        arguments: &Arguments,
    ) -> Option<Diagnostic> {
        for (position, param) in function.params.iter().enumerate() {
            let Some(span) = arguments.span_at(position) else { continue };
            let constant = arguments.constants[position].as_ref();
            let written = argument(call, span);
            let error = match param.binding {
                Binding::Value => None,
                Binding::Constant => match constant {
                    None => Some(BindingError::NotConstant),
                    Some(Value::Bytes(text)) if !param.choices.is_empty() => {
                        let known =
                            param.choices.iter().any(|choice| text.as_str() == Some(choice));
                        (!known).then(|| BindingError::NotInList(text.to_str().into_owned()))
                    }
                    Some(_) => None,
                },
                Binding::InPlace => match written.map(|written| &written.node) {
                    Some(ast::Node::Array(_) | ast::Node::Object(_)) => {
                        constant.is_none().then_some(BindingError::ElementNotConstant)
                    }
                    _ => Some(BindingError::NotInPlace),
                },
                Binding::Fields => match written.map(|written| &written.node) {
                    Some(ast::Node::Object(_)) => None,
                    _ => Some(BindingError::NotAnObjectInPlace),
                },
                Binding::Place => match written.map(|written| &written.node) {
                    Some(ast::Node::Query(_)) => None,
                    _ => Some(BindingError::NotAPath),
                },
            };
            if let Some(error) = error {
                return Some(error::binding_error(self.source(), call, span, param, &error));
            }
        }
        self.read_only_place(call, function, arguments)
    }

    fn read_only_place(
        &self,
        call: &ast::Call,
        function: &Function,
        arguments: &Arguments,
    ) -> Option<Diagnostic> {
        let place = arguments.place().filter(|_| function.effect.is_some())?;
        let root = arguments.store?;
        let position = function.params.iter().position(|param| param.binding == Binding::Place)?;
        let span = arguments.span_at(position)?;
        let forbidden = self.options.is_read_only(root, &place.path);
        forbidden.then(|| {
            error::binding_error(
                self.source(),
                call,
                span,
                &function.params[position],
                &BindingError::ReadOnly,
            )
        })
    }
}

/// The argument that stands at a span.
fn argument(call: &ast::Call, span: vrlet_diagnostic::Span) -> Option<&ast::Expr> {
    call.arguments.iter().map(|argument| &argument.value).find(|value| value.span == span)
}
