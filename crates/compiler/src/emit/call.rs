//! Bytecode of calls and of the closures they take.

use vrlet_diagnostic::Span;
use vrlet_function::{Binding, Function};
use vrlet_value::{Key, KindSet, Root, Step, Value};
use vrlet_vm::{CallSite, ClosureCode, Guard, Op, TypeAssert};

use super::{Dest, Emitter, PendingClosure, register, row};
use crate::tree::{Call, CallBody, Expr, Node};

impl Emitter {
    pub(super) fn call(&mut self, call: Call, dest: Dest) {
        if let Some(key) = Self::removed_field(&call) {
            return self.remove_field(key.clone(), dest, call.span);
        }
        let Call { function, body, arguments, fields, place, closure, guards, span, .. } = call;
        if let CallBody::TypeAssert(kinds) = body {
            return self.expectation(function, kinds, arguments, span, dest);
        }
        let to = self.target(dest);
        let first = self.next;
        let outer = std::mem::replace(&mut self.in_argument, true);
        let count = u32::try_from(arguments.len()).unwrap_or(u32::MAX);
        let defaults = self.arguments(function, arguments, &body);
        let fields = self.row_of(fields);
        let place = place.map(|place| self.place_ref(place));
        self.in_argument = outer;
        let code = closure.as_ref().map(|closure| ClosureCode {
            entry: 0,
            params: closure.params.iter().map(|param| param.map(register)).collect(),
            locals: closure.locals.iter().copied().map(register).collect(),
            result: closure.result,
        });
        let guards = guards.into_iter().map(|guard| Guard {
            param: u32::try_from(guard.param).unwrap_or(u32::MAX),
            kinds: guard.kinds,
            elements: guard.elements,
        });
        let site = CallSite {
            function,
            body: match body {
                CallBody::Plain(body) => vrlet_vm::CallBody::Plain(body),
                CallBody::Prepared(body) => vrlet_vm::CallBody::Prepared(body),
                CallBody::TypeAssert(_) => unreachable!("an expectation is no call"),
            },
            to,
            first,
            count,
            fields,
            defaults,
            place,
            closure: code,
            guards: guards.collect(),
            span,
            abort_as_error: self.after_or,
        };
        let index = row(&mut self.program.calls, site);
        self.write(Op::Call { call: index }, span);
        if let Some(closure) = closure {
            let handled = self.handler != 0 || self.handled_outside;
            self.closures.push(PendingClosure {
                call: index,
                closure,
                free: self.next,
                handled,
                span,
            });
        }
    }

    /// Writes the arguments into neighbouring registers; the defaults of those that were left out.
    fn arguments(
        &mut self,
        function: &Function,
        arguments: Vec<Option<Expr>>,
        body: &CallBody,
    ) -> Box<[(u32, Value)]> {
        let mut defaults = Vec::new();
        for ((index, argument), param) in (0..).zip(arguments).zip(function.params) {
            match argument {
                Some(argument) if is_taken_in(&argument, index as usize, body) => {
                    self.temporary();
                }
                Some(argument) => {
                    self.value(argument);
                }
                None => {
                    self.temporary();
                    if param.binding == Binding::Value {
                        defaults.push((index, Value::from(param.default)));
                    }
                }
            }
        }
        defaults.into()
    }

    /// The field of the event that a call removes, where that is all that it does.
    pub(super) fn removed_field(call: &Call) -> Option<&Key> {
        let place = call.place.as_ref().filter(|place| matches!(place.root, Root::Event))?;
        match &*place.path {
            [Step::Field(key)] if call.function.removes => {
                call.arguments.iter().all(Option::is_none).then_some(key)
            }
            _ => None,
        }
    }

    pub(super) fn remove_field(&mut self, key: Key, dest: Dest, span: Span) {
        let (key, cache) = (self.key(key), self.field_cache());
        let op = match dest {
            Dest::Value(to) => Op::TakeEventField { to, key, cache },
            Dest::Nothing => Op::DropEventField { key, cache },
        };
        self.write(op, span);
    }

    /// Makes sure of the kind of an argument, which stays where it is.
    fn expectation(
        &mut self,
        function: &'static Function,
        kinds: KindSet,
        arguments: Vec<Option<Expr>>,
        span: Span,
        dest: Dest,
    ) {
        let value = self.target(dest);
        let outer = std::mem::replace(&mut self.in_argument, true);
        for argument in arguments.into_iter().flatten() {
            self.expr(argument, Dest::Value(value));
        }
        self.in_argument = outer;
        let assert = row(&mut self.program.type_asserts, TypeAssert { function, kinds, span });
        self.write(Op::TypeAssert { value, assert }, span);
    }

    /// Writes the code of a closure.
    pub(super) fn closure(&mut self, pending: PendingClosure) {
        let PendingClosure { call, closure, free, handled, span } = pending;
        let entry = self.here();
        self.next = free;
        self.handler = 0;
        self.in_argument = false;
        self.after_or = false;
        self.in_closure = true;
        self.handled_outside = handled;
        let result = self.temporary();
        let signature = self.program.calls[call as usize].function.closure;
        if signature.is_some_and(|signature| signature.discards) {
            self.sequence(closure.block, Dest::Nothing, span);
            self.constant(Value::Null, result, span);
        } else {
            self.sequence(closure.block, Dest::Value(result), span);
        }
        self.write(Op::End { value: result }, span);
        if let Some(code) = &mut self.program.calls[call as usize].closure {
            code.entry = entry;
        }
    }
}

/// Whether a prepared body knows a constant argument already.
fn is_taken_in(argument: &Expr, position: usize, body: &CallBody) -> bool {
    let CallBody::Prepared(factory) = body else { return false };
    matches!(argument.node, Node::Constant(_)) && !factory.reads(position)
}
