//! Liveness of variables: which read of a variable is its last, so that the value can be moved out.
//!
//! A program has no loops but closures, so the last mention in the source is the last in time, unless
//! it stands in a closure that did not make the variable.

use std::collections::HashSet;

use vrlet_parser::ast::Operator;
use vrlet_value::Root;

use crate::tree::{Assign, Call, Expr, Node, Place, Tree, VariableId, WritablePlace};

/// The variables that the innermost closure makes itself; `None` outside of closures.
type Own<'a> = Option<&'a HashSet<VariableId>>;

/// How many mentions of each variable are still to be written.
pub(super) struct Liveness {
    left: Vec<u32>,
    /// Mentioned in a closure from outside of it, or outliving the program: never dies.
    escapes: Vec<bool>,
    /// The one variable that counts, where only one does; it has the first row then.
    only: Option<VariableId>,
}

impl Liveness {
    pub(super) fn of(tree: &Tree) -> Self {
        let count = tree.variables.len();
        let escapes = tree.variables.iter().map(|variable| variable.kept).collect();
        let mut liveness = Self { left: vec![0; count], escapes, only: None };
        tree.roots.iter().for_each(|root| liveness.expr(root, None));
        liveness
    }

    /// Counts a read; whether it is the last.
    pub(super) fn is_last(&mut self, variable: VariableId) -> bool {
        let index = variable.0 as usize;
        self.left[index] -= 1;
        self.left[index] == 0 && !self.escapes[index]
    }

    /// Whether the next read will be the last.
    pub(super) fn dies_next(&self, variable: VariableId) -> bool {
        let index = variable.0 as usize;
        self.left[index] == 1 && !self.escapes[index]
    }

    /// Whether a value is read in places, or at times, that are not counted.
    pub(super) fn escapes(&self, variable: VariableId) -> bool {
        self.escapes[variable.0 as usize]
    }

    fn mention(&mut self, variable: VariableId, own: Own<'_>) {
        let index = match self.only {
            None => variable.0 as usize,
            Some(only) if only == variable => 0,
            Some(_) => return,
        };
        self.left[index] += 1;
        if own.is_some_and(|own| !own.contains(&variable)) {
            self.escapes[index] = true;
        }
    }

    fn exprs<'a>(&mut self, exprs: impl IntoIterator<Item = &'a Expr>, own: Own<'_>) {
        exprs.into_iter().for_each(|expr| self.expr(expr, own));
    }

    fn expr(&mut self, expr: &Expr, own: Own<'_>) {
        match &expr.node {
            Node::Constant(_) | Node::Abort(None) | Node::Break => {}
            Node::Array(exprs) | Node::Block(exprs) => self.exprs(exprs, own),
            Node::Object(fields) => self.exprs(fields.iter().map(|(_, value)| value), own),
            Node::If(choice) => {
                for (predicate, block) in &choice.branches {
                    self.exprs(predicate, own);
                    self.exprs(block, own);
                }
                self.exprs(choice.otherwise.iter().flatten(), own);
            }
            Node::Operation { first, rest } => {
                self.expr(first, own);
                self.exprs(rest.iter().map(|(_, _, operand)| operand), own);
            }
            Node::Not(operand) | Node::Abort(Some(operand)) | Node::Return(operand) => {
                self.expr(operand, own);
            }
            Node::Assign(assign) => self.assign(assign, own),
            Node::Get(place) => self.place(place, own),
            Node::Call(call) => self.call(call, own),
        }
    }

    fn assign(&mut self, assign: &Assign, own: Own<'_>) {
        self.expr(&assign.value, own);
        if let (Some(target), true) = (assign.target.place(), assign.merge) {
            self.writable_place(target, own);
        }
        // Writing below a variable needs what it holds. Where a failure is caught there are two ways,
        // and each writes.
        let error = assign.recovery.as_ref().and_then(|recovery| recovery.target.place());
        let ways = if assign.recovery.is_some() { 2 } else { 1 };
        for target in
            assign.target.place().into_iter().chain(error).filter(|target| !target.path.is_empty())
        {
            (0..ways).for_each(|_| self.writable_place(target, own));
        }
    }

    fn writable_place(&mut self, place: &WritablePlace, own: Own<'_>) {
        let root = place.root;
        match root {
            Root::Event | Root::Metadata => {}
            Root::Variable(variable) => self.mention(variable, own),
        }
    }

    fn place(&mut self, place: &Place, own: Own<'_>) {
        match &place.root {
            Root::Event | Root::Metadata => {}
            Root::Variable(variable) => self.mention(*variable, own),
            Root::Expression(expr) => self.expr(expr, own),
        }
    }

    fn call(&mut self, call: &Call, own: Own<'_>) {
        self.exprs(call.arguments.iter().flatten(), own);
        self.exprs(&call.fields, own);
        if let Some(place) = &call.place {
            self.place(place, own);
        }
        if let Some(closure) = &call.closure {
            let own = closure.params.iter().flatten().chain(&closure.locals).copied().collect();
            self.exprs(&closure.block, Some(&own));
        }
    }
}

/// Whether an expression may write a variable, the event or the metadata.
pub(super) fn may_assign(expr: &Expr) -> bool {
    expr.contains(&|part| match &part.node {
        Node::Assign(_) => true,
        Node::Call(call) => call.place.is_some() || call.closure.is_some(),
        _ => false,
    })
}

/// Whether an expression may fail when it runs: `!` or not, and wherever kinds may be out of date.
pub(super) fn may_fail(expr: &Expr) -> bool {
    expr.contains(&|part| match &part.node {
        Node::Operation { rest, .. } => {
            use Operator::{Coalesce, Equal, NotEqual, Or};
            rest.iter().any(|(operator, ..)| !matches!(operator, Coalesce | Equal | NotEqual | Or))
        }
        Node::Call(call) => call.can_fail || call.closure.is_some(),
        Node::If(_) | Node::Not(_) | Node::Abort(_) | Node::Return(_) | Node::Break => true,
        Node::Constant(_)
        | Node::Array(_)
        | Node::Object(_)
        | Node::Block(_)
        | Node::Assign(_)
        | Node::Get(_) => false,
    })
}

/// Whether an expression may end the closure around it without a failure.
pub(super) fn may_leave(expr: &Expr) -> bool {
    expr.contains(&|part| matches!(part.node, Node::Return(_) | Node::Break))
}

/// Whether an operand that assigns nothing may move a variable's value out. A variable that is an
/// operand itself is read where it is.
pub(super) fn may_move(operand: &Expr, variable: VariableId) -> bool {
    let reads = |part: &Expr| match &part.node {
        Node::Get(place) => matches!(place.root, Root::Variable(read) if read == variable),
        _ => false,
    };
    !reads(operand) && operand.contains(&reads)
}

/// How often an expression mentions a variable.
pub(super) fn mentions(expr: &Expr, variable: VariableId) -> u32 {
    let mut liveness = Liveness { left: vec![0], escapes: vec![false], only: Some(variable) };
    liveness.expr(expr, None);
    liveness.left[0]
}
