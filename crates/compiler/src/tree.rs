//! The checked program: names resolved, kinds known, constants prepared.
//!
//! Whatever is a `Tree` compiles; turning it into a program can't fail. It is made by
//! [`check`](crate::check()) alone.

use std::collections::BTreeSet;
use std::convert::Infallible;

use vrlet_diagnostic::Span;
use vrlet_function::{Factory, Function, TypeDef};
use vrlet_parser::ast::Operator;
use vrlet_value::{Key, KindSet, Path, Root, Value};

/// A checked program.
pub struct Tree {
    /// The root expressions; the last gives the program's value.
    pub roots: Vec<Expr>,
    /// The variables, in the order of their first assignment; shadowing names are variables of their
    /// own.
    pub variables: Vec<Variable>,
    /// The functions that it calls, those too whose result is known already.
    pub functions: BTreeSet<&'static str>,
}

/// A variable's place in [`Tree::variables`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct VariableId(pub u32);

/// A local variable.
#[derive(Clone, PartialEq, Debug)]
pub struct Variable {
    /// Its name in the source.
    pub name: String,
    /// Where it is first assigned.
    pub span: Span,
    /// Whether its value is ever read; what is stored in others need not be made.
    pub read: bool,
    /// Whether its value outlives the program.
    pub kept: bool,
}

/// A checked expression.
pub struct Expr {
    /// Its source.
    pub span: Span,
    /// What it is.
    pub node: Node,
    /// What is known of its value.
    pub type_def: TypeDef,
}

impl Tree {
    /// Whether a run can do more than give a value: assign, end early, call a function for its effect.
    #[must_use]
    pub fn has_side_effects(&self) -> bool {
        self.roots.iter().any(Expr::has_side_effects)
    }
}

impl Expr {
    fn has_side_effects(&self) -> bool {
        self.contains(&|part| match &part.node {
            Node::Assign(_) | Node::Abort(_) | Node::Return(_) => true,
            Node::Call(call) => {
                call.function.for_effect
                    || call.function.effect.is_some()
                    || call
                        .closure
                        .iter()
                        .flat_map(|closure| &closure.block)
                        .any(Self::has_side_effects)
            }
            _ => false,
        })
    }

    /// Whether a part may fail although by VRL's types it can't.
    pub(crate) fn fails_untyped(&self) -> bool {
        self.contains(&|part| match &part.node {
            Node::Call(call) => {
                let closure = call.closure.iter().flat_map(|closure| &closure.block);
                call.fails_untyped || closure.into_iter().any(Self::fails_untyped)
            }
            _ => false,
        })
    }

    /// Whether any part of the expression is such; blocks of closures are not looked into.
    pub(crate) fn contains(&self, test: &dyn Fn(&Self) -> bool) -> bool {
        let part = |part: &Self| part.contains(test);
        let of_place = |place: &Place| matches!(&place.root, Root::Expression(root) if part(root));
        test(self)
            || match &self.node {
                Node::Constant(_) | Node::Abort(None) | Node::Break => false,
                Node::Array(exprs) | Node::Block(exprs) => exprs.iter().any(part),
                Node::Object(fields) => fields.iter().any(|(_, value)| part(value)),
                Node::If(choice) => {
                    let of_branch = |(predicate, block): &(Vec<Self>, Vec<Self>)| {
                        predicate.iter().chain(block).any(part)
                    };
                    choice.branches.iter().any(of_branch)
                        || choice.otherwise.iter().flatten().any(part)
                }
                Node::Operation { first, rest } => {
                    part(first) || rest.iter().any(|(_, _, operand)| part(operand))
                }
                Node::Not(operand) | Node::Abort(Some(operand)) | Node::Return(operand) => {
                    part(operand)
                }
                Node::Assign(assign) => part(&assign.value),
                Node::Get(place) => of_place(place),
                Node::Call(call) => {
                    call.arguments.iter().flatten().chain(&call.fields).any(part)
                        || call.place.as_ref().is_some_and(of_place)
                }
            }
    }
}

/// The constructs that are left after checking.
pub enum Node {
    /// A constant.
    Constant(Value),
    /// An array of expressions.
    Array(Vec<Expr>),
    /// An object of expressions, in the order of evaluation: that of the keys' bytes, each key once.
    Object(Vec<(Key, Expr)>),
    /// Expressions in sequence; never empty.
    Block(Vec<Expr>),
    /// A choice.
    If(If),
    /// Operators of one level, applied from left to right.
    Operation {
        /// The leftmost operand.
        first: Box<Expr>,
        /// Operators with their right operands, and the source from the first operand up to here.
        rest: Vec<(Operator, Span, Expr)>,
    },
    /// Negation.
    Not(Box<Expr>),
    /// An assignment.
    Assign(Box<Assign>),
    /// A read of the event, the metadata, a variable or a part of them.
    Get(Place),
    /// A call.
    Call(Box<Call>),
    /// `abort`
    Abort(Option<Box<Expr>>),
    /// `return`
    Return(Box<Expr>),
    /// `break`
    Break,
}

/// A choice between blocks.
pub struct If {
    /// Conditions, each a sequence whose last expression decides, with what they lead to.
    pub branches: Vec<(Vec<Expr>, Vec<Expr>)>,
    /// What runs when none holds; null without.
    pub otherwise: Option<Vec<Expr>>,
}

/// A place: what a path starts from, and the path below it. An expression can only be read.
pub struct Place<E = Box<Expr>> {
    /// What the path starts from.
    pub root: Root<VariableId, E>,
    /// The path below it.
    pub path: Path,
}

/// A place that can be written.
pub type WritablePlace = Place<Infallible>;

/// Where an assigned value goes.
pub enum Target {
    /// Nowhere: `_`.
    Discard,
    /// Into a place.
    Place(WritablePlace),
}

impl Target {
    /// The place, if there is one.
    #[must_use]
    pub const fn place(&self) -> Option<&WritablePlace> {
        match self {
            Self::Discard => None,
            Self::Place(place) => Some(place),
        }
    }
}

/// An assignment.
pub struct Assign {
    /// Where the value goes.
    pub target: Target,
    /// Whether the value is merged into the old one (`|=`).
    pub merge: bool,
    /// In `ok, err = …`: where the error goes, and what the target gets on failure.
    pub recovery: Option<Recovery>,
    /// What is assigned.
    pub value: Expr,
}

/// What `ok, err = …` does on failure.
pub struct Recovery {
    /// Where the error goes.
    pub target: Target,
    /// What the target gets.
    pub default: Value,
}

/// A call of a function.
pub struct Call {
    /// The function.
    pub function: &'static Function,
    /// What runs.
    pub body: CallBody,
    /// One argument for each parameter, in the order of evaluation; `None` for those left out and for
    /// those that the body got at compile time, as a place or as fields.
    pub arguments: Vec<Option<Expr>>,
    /// The values of the `Fields` parameter, in the order of evaluation.
    pub fields: Vec<Expr>,
    /// The place of the `Place` parameter.
    pub place: Option<Place>,
    /// The closure.
    pub closure: Option<Closure>,
    /// Arguments whose kinds only the machine can make sure of.
    pub guards: Vec<Guard>,
    /// From the name to the closing parenthesis or the closure's brace: what error texts point at.
    pub span: Span,
    /// Whether the call itself may fail when it runs, `!` or not.
    pub can_fail: bool,
    /// Whether it may fail although by VRL's types it can't.
    pub fails_untyped: bool,
    /// Whether it has a `!` for failures that the checker counts on.
    pub lets_failures_out: bool,
    /// The enrichment table that it searches.
    pub table: Option<Box<TableSearch>>,
}

/// A table and the columns that its records are searched by.
#[derive(Clone, PartialEq, Debug)]
pub struct TableSearch {
    /// The name of the table.
    pub name: String,
    /// The columns of the condition.
    pub columns: Vec<Key>,
    /// The position of the parameter that lists the columns wanted.
    pub select: usize,
}

/// What runs in a call.
pub enum CallBody {
    /// A function of the arguments.
    Plain(fn(&mut vrlet_function::Call<'_>) -> Result<Value, vrlet_function::Failure>),
    /// A body prepared for this call.
    Prepared(Box<dyn Factory>),
    /// The argument as it is, if it is of these kinds.
    TypeAssert(KindSet),
}

/// The kinds that an argument must turn out to be of.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Guard {
    /// The parameter's position.
    pub param: usize,
    /// The kinds it declares.
    pub kinds: KindSet,
    /// For arrays: the kinds that it declares for elements.
    pub elements: Option<KindSet>,
}

/// A closure.
pub struct Closure {
    /// Where the values of its parameters go; `None` for `_`.
    pub params: Vec<Option<VariableId>>,
    /// The variables that are first assigned inside, fresh at every run.
    pub locals: Vec<VariableId>,
    /// What runs; never empty.
    pub block: Vec<Expr>,
    /// The kinds that the result must turn out to be of.
    pub result: KindSet,
}
