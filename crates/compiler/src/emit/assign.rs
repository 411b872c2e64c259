//! Bytecode of assignments: `=`, `|=` and `ok, err =`.

use vrlet_diagnostic::Span;
use vrlet_value::{Root, Step, Value};
use vrlet_vm::{Op, Reg};

use super::{Dest, Emitter, liveness, register};
use crate::tree::{Assign, CallBody, Expr, Node, Recovery, Target, VariableId, WritablePlace};

impl Emitter {
    pub(super) fn assign(&mut self, assign: Assign, dest: Dest, span: Span) {
        let Assign { target, merge, recovery, value } = assign;
        if let Some(recovery) = recovery {
            return self.assign_or_recover(target, merge, recovery, value, dest, span);
        }
        match target {
            Target::Place(target) if merge => self.merge_into(&target, value, dest, span),
            Target::Place(target) => self.store_value(&target, value, dest, span),
            Target::Discard => self.expr(value, dest),
        }
    }

    fn store_value(&mut self, target: &WritablePlace, value: Expr, dest: Dest, span: Span) {
        if let Some(variable) = whole_variable(target) {
            if !self.needed[variable.0 as usize] {
                return self.expr(value, dest);
            }
            if matches!(dest, Dest::Nothing) && self.writes_last(&value) {
                let before = self.overwritten.take();
                self.overwritten = self.may_take(&value, variable).then_some(variable);
                self.expr(value, Dest::Value(register(variable)));
                self.overwritten = before;
                return;
            }
        }
        let from = self.value(value);
        self.yield_copy(from, dest, span);
        self.store(target, from, span);
    }

    /// Whether a failure here ends the run, so that nobody reads the variables afterwards.
    fn ends_the_run(&self) -> bool {
        self.handler == 0 && !self.handled_outside
    }

    /// Whether an expression writes its register once, after everything that it reads and that may
    /// fail; or nobody would see that it was written before a failure.
    fn writes_last(&self, expr: &Expr) -> bool {
        match &expr.node {
            Node::Call(call) if matches!(call.body, CallBody::TypeAssert(_)) => {
                self.ends_the_run()
                    && call.arguments.iter().flatten().all(|argument| self.writes_last(argument))
            }
            Node::Constant(_)
            | Node::Get(_)
            | Node::Call(_)
            | Node::Array(_)
            | Node::Object(_)
            | Node::Not(_) => true,
            Node::Operation { rest, .. } => {
                use vrlet_parser::ast::Operator::{And, Coalesce, Or};
                rest.len() == 1 && !matches!(rest[0].0, And | Coalesce | Or)
            }
            Node::Block(_)
            | Node::If(_)
            | Node::Assign(_)
            | Node::Abort(_)
            | Node::Return(_)
            | Node::Break => false,
        }
    }

    /// Whether the only reader of a variable is the expression that overwrites it, and nobody can see
    /// that its value was moved out meanwhile.
    fn may_take(&self, value: &Expr, variable: VariableId) -> bool {
        let unseen = if self.ends_the_run() {
            !((self.in_closure || self.liveness.escapes(variable)) && liveness::may_leave(value))
        } else {
            !liveness::may_fail(value)
        };
        unseen
            && matches!(value.node, Node::Call(_) | Node::Operation { .. })
            && liveness::mentions(value, variable) == 1
    }

    fn merge_into(&mut self, target: &WritablePlace, value: Expr, dest: Dest, span: Span) {
        let in_place = matches!(target.root, Root::Event) && target.path.is_empty();
        if in_place && !liveness::may_assign(&value) {
            let from = self.value(value);
            let cache = self.merge_cache();
            self.write(Op::MergeEvent { from, cache }, span);
            if let Dest::Value(to) = dest {
                self.read(target.root, &target.path, to, span);
            }
            return;
        }
        let left = self.temporary();
        self.read(target.root, &target.path, left, span);
        let right = self.value(value);
        let cache = self.merge_cache();
        self.write(Op::Merge { to: left, left, right, cache }, span);
        self.yield_copy(left, dest, span);
        self.store(target, left, span);
    }

    fn assign_or_recover(
        &mut self,
        target: Target,
        merge: bool,
        recovery: Recovery,
        value: Expr,
        dest: Dest,
        span: Span,
    ) {
        let Recovery { target: error, default } = recovery;
        let read_error = error.place().is_some_and(|place| self.is_needed(place));
        let message = (read_error || matches!(dest, Dest::Value(_))).then(|| self.temporary());
        let from = self.temporary();
        let handler = self.with_handler(message, |emitter| match &target {
            Target::Place(target) if merge => {
                emitter.read(target.root, &target.path, from, span);
                let right = emitter.value(value);
                let cache = emitter.merge_cache();
                emitter.write(Op::Merge { to: from, left: from, right, cache }, span);
            }
            Target::Place(_) | Target::Discard => emitter.expr(value, Dest::Value(from)),
        });
        let decision = self.decision();
        self.probe_branch(decision, "`, err =`: it succeeds", span);
        self.yield_copy(from, dest, span);
        self.store_if_needed(&target, from, span);
        if read_error {
            self.constant(Value::Null, from, span);
            self.store_if_needed(&error, from, span);
        }
        let end = self.jump(Op::Jump { target: 0 }, span);
        self.patch_handler(handler);
        self.probe_branch(decision, "`, err =`: it fails", span);
        self.constant(default, from, span);
        self.store_if_needed(&target, from, span);
        if let Some(message) = message {
            self.yield_copy(message, dest, span);
            self.store_if_needed(&error, message, span);
        }
        self.patch_jump(end);
    }

    fn yield_copy(&mut self, from: Reg, dest: Dest, span: Span) {
        if let Dest::Value(to) = dest {
            self.write(Op::Copy { to, from }, span);
        }
    }

    fn is_needed(&self, place: &WritablePlace) -> bool {
        whole_variable(place).is_none_or(|variable| self.needed[variable.0 as usize])
    }

    fn store_if_needed(&mut self, target: &Target, from: Reg, span: Span) {
        if let Some(place) = target.place()
            && self.is_needed(place)
        {
            self.store(place, from, span);
        }
    }

    /// Writes a temporary register to a place.
    fn store(&mut self, place: &WritablePlace, from: Reg, span: Span) {
        let op = match (place.root, &*place.path) {
            (Root::Event, [Step::Field(name)]) => {
                let key = self.key(name.clone());
                Op::SetEventField { key, cache: self.field_cache(), from }
            }
            (Root::Event, _) => Op::SetEvent { path: self.path(place.path.clone()), from },
            (Root::Metadata, _) => Op::SetMetadata { path: self.path(place.path.clone()), from },
            (Root::Variable(variable), []) => Op::Move { to: register(variable), from },
            (Root::Variable(variable), _) => {
                self.liveness.is_last(variable);
                Op::SetPath { to: register(variable), path: self.path(place.path.clone()), from }
            }
        };
        self.write(op, span);
    }
}

/// The variable that a place is, without a path.
fn whole_variable(place: &WritablePlace) -> Option<VariableId> {
    let root = place.root;
    match root {
        Root::Variable(variable) => place.path.is_empty().then_some(variable),
        Root::Event | Root::Metadata => None,
    }
}
