//! A compiled program: instructions and the tables that they point into.

use std::sync::Arc;

use vrlet_diagnostic::Span;
use vrlet_function::{Call, Factory, Failure, Function};
use vrlet_value::{Key, KindSet, Path, Root, Value};

use crate::{Op, Reg};

/// A compiled program. It is immutable: one is shared by any number of machines on any threads.
#[derive(Default)]
pub struct Program {
    /// The instructions; the program starts at the first, closures follow its end.
    pub ops: Vec<Op>,
    /// For each instruction: the source that a failure in it points at.
    pub spans: Vec<Span>,
    /// For each instruction: one more than the row of `handlers` that covers it, or 0.
    pub handler_index: Vec<u32>,
    /// Where failures are handled.
    pub handlers: Vec<Handler>,
    /// Constants.
    pub constants: Vec<Value>,
    /// Paths.
    pub paths: Vec<Path>,
    /// Names of fields of the event.
    pub keys: Vec<Key>,
    /// The keys of objects, in the order of their registers.
    pub shapes: Vec<Arc<[Key]>>,
    /// Calls.
    pub calls: Vec<CallSite>,
    /// What values must turn out to be.
    pub type_asserts: Vec<TypeAssert>,
    /// What is counted; nothing unless somebody asked.
    pub probes: Vec<CoverageProbe>,
    /// The names of the variables, which have the first registers.
    pub variables: Vec<String>,
    /// The variables whose values outlive a run.
    pub kept: Vec<Reg>,
    /// How many registers there are.
    pub registers: u32,
    /// How many field caches there are.
    pub field_caches: u32,
    /// How many merge caches there are.
    pub merge_caches: u32,
}

/// Where a failure goes on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Handler {
    /// The instruction.
    pub target: u32,
    /// The register for the error's text, where somebody reads it.
    pub message: Option<Reg>,
}

/// A place in the source whose passing is counted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct CoverageProbe {
    /// What is passed.
    pub kind: ProbeKind,
    /// Its source.
    pub span: Span,
}

/// What is passed where something is counted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ProbeKind {
    /// The beginning of an expression of a sequence.
    Statement,
    /// A branch of a decision.
    Branch {
        /// The number of the decision; all of its branches have the same.
        decision: u32,
        /// The construct and the branch, for people.
        name: &'static str,
    },
}

/// A call: which function, and where its arguments are.
pub struct CallSite {
    /// The function.
    pub function: &'static Function,
    /// What runs.
    pub body: CallBody,
    /// Where the result goes.
    pub to: Reg,
    /// The first argument's register; the others follow.
    pub first: Reg,
    /// How many arguments there are: one for each parameter.
    pub count: u32,
    /// How many values of a `Fields` parameter follow.
    pub fields: u32,
    /// The arguments that were left out, by position, with what stands for them.
    pub defaults: Box<[(u32, Value)]>,
    /// The place of a `Place` parameter.
    pub place: Option<PlaceRef>,
    /// The closure.
    pub closure: Option<ClosureCode>,
    /// What the arguments must turn out to be.
    pub guards: Box<[Guard]>,
    /// What error texts point at.
    pub span: Span,
    /// Whether an abort inside becomes an ordinary failure, as it does after `||`.
    pub abort_as_error: bool,
}

/// What a value must turn out to be: a call of a function that does nothing else.
#[derive(Clone, Copy, Debug)]
pub struct TypeAssert {
    /// The function.
    pub function: &'static Function,
    /// The kinds.
    pub kinds: KindSet,
    /// What error texts point at.
    pub span: Span,
}

/// What runs in a call.
pub enum CallBody {
    /// A function of the arguments.
    Plain(fn(&mut Call<'_>) -> Result<Value, Failure>),
    /// What was prepared for this call; each machine makes its body of it.
    Prepared(Box<dyn Factory>),
}

/// A place that a call reads or changes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PlaceRef {
    /// What the path starts from: a variable's register, or the one that holds an expression's value.
    pub root: Root<Reg, Reg>,
    /// The path's row.
    pub path: u32,
}

/// The kinds that an argument must turn out to be of.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Guard {
    /// The parameter's position.
    pub param: u32,
    /// The kinds that it declares.
    pub kinds: KindSet,
    /// For arrays: the kinds that it declares for elements.
    pub elements: Option<KindSet>,
}

/// A closure's code.
#[derive(Clone, PartialEq, Debug)]
pub struct ClosureCode {
    /// Its first instruction.
    pub entry: u32,
    /// Where its arguments go.
    pub params: Box<[Slot]>,
    /// Variables that start as null at every run.
    pub locals: Box<[Reg]>,
    /// The kinds that its result must turn out to be of.
    pub result: KindSet,
}

/// Where an argument of a closure goes: a register of its own, or nowhere.
pub type Slot = Option<Reg>;
