//! A walk over the checked tree that collects the paths a program reads and writes, and how it can end.

use vrlet_diagnostic::Span;
use vrlet_function::Reach;
use vrlet_parser::ast::Operator;
use vrlet_value::{IndexTooLarge, Root, Step, WritableRoot};

use super::{Places, Uses, exact};
use crate::tree::{Assign, Call, Expr, Node, Place, Target, Tree, VariableId, WritablePlace};

impl Uses {
    /// What a program touches.
    #[must_use]
    pub fn of(tree: &Tree) -> Self {
        let uses = Self { functions: tree.functions.clone(), ..Self::default() };
        let mut collector = Collector { uses, is_handled: false, closures: 0 };
        collector.sequence(&tree.roots, Taken::AsResult);
        collector.uses
    }
}

struct Collector {
    uses: Uses,
    /// Whether something around the current place handles failures.
    is_handled: bool,
    /// How many closures are around it: `return` leaves the innermost.
    closures: u32,
}

/// What becomes of the value of an expression.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Taken {
    /// It is the program's.
    AsResult,
    /// Something in the program takes it.
    Inside,
    /// It is dropped.
    Nowhere,
}

impl Collector {
    fn expr(&mut self, expr: &Expr, taken: Taken) {
        match &expr.node {
            Node::Constant(_) | Node::Break => {}
            Node::Array(elements) => self.parts(elements, taken),
            Node::Object(members) => self.parts(members.iter().map(|(_, value)| value), taken),
            Node::Block(exprs) => self.sequence(exprs, taken),
            Node::If(choice) => {
                for (predicate, block) in &choice.branches {
                    self.sequence(predicate, Taken::Inside);
                    self.sequence(block, taken);
                }
                self.sequence(choice.otherwise.as_deref().unwrap_or_default(), taken);
            }
            Node::Operation { first, rest } => self.operation(first, rest),
            Node::Not(operand) => self.expr(operand, Taken::Inside),
            Node::Assign(assign) => self.assign(assign, taken),
            Node::Get(place) => self.get(place, taken),
            Node::Call(call) => self.call(call, taken),
            Node::Abort(message) => {
                self.uses.can_abort = true;
                message.iter().for_each(|message| self.expr(message, Taken::Inside));
            }
            Node::Return(value) => {
                let leaves = self.closures == 0;
                self.expr(value, if leaves { Taken::AsResult } else { Taken::Inside });
            }
        }
    }

    /// Values that become parts of another one.
    fn parts<'e>(&mut self, parts: impl IntoIterator<Item = &'e Expr>, taken: Taken) {
        let taken = if taken == Taken::Nowhere { Taken::Nowhere } else { Taken::Inside };
        parts.into_iter().for_each(|part| self.expr(part, taken));
    }

    fn sequence(&mut self, exprs: &[Expr], taken: Taken) {
        if let Some((last, before)) = exprs.split_last() {
            before.iter().for_each(|expr| self.expr(expr, Taken::Nowhere));
            self.expr(last, taken);
        }
    }

    /// Operands are looked at even if nobody takes the result. What stands left of a `??` may fail.
    fn operation(&mut self, first: &Expr, rest: &[(Operator, Span, Expr)]) {
        let operands = std::iter::once(first).chain(rest.iter().map(|(_, _, operand)| operand));
        let last = rest.len();
        for (index, operand) in operands.enumerate() {
            let is_tried = rest.get(index).is_some_and(|(next, ..)| *next == Operator::Coalesce);
            if is_tried && index < last {
                self.handled(|this| this.expr(operand, Taken::Inside));
            } else {
                self.expr(operand, Taken::Inside);
            }
        }
    }

    fn handled(&mut self, walk: impl FnOnce(&mut Self)) {
        let outer = std::mem::replace(&mut self.is_handled, true);
        walk(self);
        self.is_handled = outer;
    }

    fn assign(&mut self, assign: &Assign, taken: Taken) {
        let Assign { target, merge, recovery, value } = assign;
        match recovery {
            Some(_) => self.handled(|this| this.expr(value, Taken::Inside)),
            None => self.expr(value, Taken::Inside),
        }
        if let Target::Place(place) = target {
            match place.path.is_empty() && *merge && recovery.is_none() {
                true => self.merge_into_root(place.root, value, taken),
                false => {
                    if *merge {
                        self.read(place.root, &place.path);
                    }
                    self.write(place);
                }
            }
        }
        if let Some(Target::Place(place)) = recovery.as_ref().map(|recovery| &recovery.target) {
            self.write(place);
        }
    }

    /// `. |= value` changes the fields that the value has.
    fn merge_into_root(&mut self, root: WritableRoot<VariableId>, value: &Expr, taken: Taken) {
        match (root, taken) {
            (_, Taken::Nowhere) => {}
            (Root::Event, Taken::AsResult) => self.uses.returns_event = true,
            (_, Taken::AsResult | Taken::Inside) => self.read(root, &[]),
        }
        let Some(places) = self.places(root) else { return };
        match exact::fields(value) {
            Some(names) => {
                names.into_iter().for_each(|name| places.writes.insert(&[Step::Field(name)]));
            }
            None => places.writes.insert(&[]),
        }
    }

    fn get(&mut self, place: &Place, taken: Taken) {
        match place.root.as_ref().map(|id| *id, |expr| expr).writable() {
            Err(expr) => self.parts([&**expr], taken),
            Ok(_) if taken == Taken::Nowhere => {}
            Ok(Root::Event) if taken == Taken::AsResult && place.path.is_empty() => {
                self.uses.returns_event = true;
            }
            Ok(root) => self.read(root, &place.path),
        }
    }

    fn call(&mut self, call: &Call, taken: Taken) {
        self.uses.note_call(call);
        self.uses.can_fail |= (call.lets_failures_out || call.fails_untyped) && !self.is_handled;
        self.parts(call.arguments.iter().flatten().chain(&call.fields), Taken::Inside);
        if let Some(place) = &call.place {
            self.place(call, place, taken);
        }
        if let Some(closure) = &call.closure {
            let discards = call.function.closure.is_some_and(|signature| signature.discards);
            self.closures += 1;
            self.sequence(&closure.block, if discards { Taken::Nowhere } else { Taken::Inside });
            self.closures -= 1;
        }
    }

    /// The place that a function is given itself.
    fn place(&mut self, call: &Call, Place { root, path }: &Place, taken: Taken) {
        let root = match root.as_ref().map(|id| *id, |expr| expr).writable() {
            Ok(root) => root,
            Err(expr) => return self.expr(expr, Taken::Inside),
        };
        let is_removal = call.function.removes && call.arguments.iter().all(Option::is_none);
        let reached: &[Step] = match call.function.effect {
            _ if call.function.reaches.contains(&Reach::AroundPlace) => &[],
            // It may go beyond the place, up to the field that the path begins with.
            Some(_) if !is_removal => &path[..path.len().min(1)],
            Some(_) | None => path,
        };
        if !is_removal || taken != Taken::Nowhere {
            self.read(root, reached);
        }
        if call.function.effect.is_some()
            && let Some(places) = self.places(root)
        {
            places.writes.insert(reached);
        }
    }

    fn read(&mut self, root: WritableRoot<VariableId>, path: &[Step]) {
        if let Some(places) = self.places(root) {
            places.reads.insert(path);
        }
    }

    fn write(&mut self, WritablePlace { root, path }: &WritablePlace) {
        let is_far = |step: &Step| matches!(step, Step::Index(index) if index.unsigned_abs() >= IndexTooLarge::MAX_PADDING);
        self.uses.can_fail |= path.iter().any(is_far) && !self.is_handled;
        if let Some(places) = self.places(*root) {
            places.writes.insert(path);
        }
    }

    fn places(&mut self, root: WritableRoot<VariableId>) -> Option<&mut Places> {
        match root {
            Root::Event => Some(&mut self.uses.event),
            Root::Metadata => Some(&mut self.uses.metadata),
            Root::Variable(_) => None,
        }
    }
}
