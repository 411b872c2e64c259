//! The abstract syntax tree: one node per construct of the source, each with its span.
//!
//! Names are not resolved and kinds are not known here; the checked tree of the compiler is another type.

use vrlet_diagnostic::{Diagnostic, Span};
use vrlet_value::Root;

/// A parsed program: its root expressions in source order.
#[derive(Default, Debug)]
pub struct Ast {
    /// The root expressions; broken pieces stand where they were met.
    pub roots: Vec<RootExpr>,
    /// What deserves a look although it parses; nothing where a piece is broken.
    pub doubts: Vec<Doubt>,
    /// The variables that broken pieces seem to assign.
    pub attempted: Vec<String>,
}

/// Something that deserves a look, although it parses.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Doubt {
    /// What it is.
    pub kind: DoubtKind,
    /// Where it stands.
    pub span: Span,
    /// What was meant, most likely.
    pub meant: String,
}

/// What deserves a look.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DoubtKind {
    /// `.""a""`: a field with the empty name, one below it, and once more.
    DoubledQuotes,
    /// `.a"b"`: a path that goes on without a dot.
    MissingDot,
    /// `.a#b`: a comment, and a path that ends before it.
    CommentInPath,
    /// `"{{ a"`: the rest of the string is dropped.
    OpenTemplate,
}

/// A root expression, or what was wrong with it.
#[derive(Debug)]
pub enum RootExpr {
    /// A well-formed expression.
    Expr(Expr),
    /// A piece that did not parse; parsing went on after it.
    Broken(Diagnostic),
}

/// An expression and where it stands.
#[derive(Debug)]
pub struct Expr {
    /// The source of the expression, without blanks around it.
    pub span: Span,
    /// What it is.
    pub node: Node,
}

/// The constructs of the language.
#[derive(Debug)]
pub enum Node {
    /// A constant.
    Literal(Literal),
    /// A string with `{{ name }}` in it.
    Template(Vec<TemplatePart>),
    /// `( expression )`
    Group(Box<Expr>),
    /// `{ expression; … }`
    Block(Block),
    /// `[ expression, … ]`
    Array(Vec<Expr>),
    /// `{ "key": expression, … }`
    Object(Vec<(Name, Expr)>),
    /// `if … { … } else if … { … } else { … }`
    If(If),
    /// Operators of one level, applied from left to right.
    Operation(Operation),
    /// `! expression`
    Not {
        /// The `!`.
        operator: Span,
        /// The negated expression.
        operand: Box<Expr>,
    },
    /// `target = expression`, with its siblings `|=` and `ok, err =`.
    Assign(Box<Assign>),
    /// A local variable.
    Variable(String),
    /// A path below the event, the metadata, a variable or any other expression.
    Query(Query),
    /// A function call.
    Call(Call),
    /// `abort` with an optional message.
    Abort(Option<Box<Expr>>),
    /// `return expression`; the span is that of the keyword.
    Return(Span, Box<Expr>),
    /// `break`
    Break,
}

/// A constant as written; escapes are resolved, patterns and times are still text.
#[derive(Clone, PartialEq, Debug)]
pub enum Literal {
    /// `null`
    Null,
    /// `true` or `false`
    Boolean(bool),
    /// `42`
    Integer(i64),
    /// `1.5`
    Float(f64),
    /// `"text"` or `s'text'`
    String(String),
    /// `r'pattern'`
    Regex(String),
    /// `t'2020-01-01T00:00:00Z'`
    Timestamp(String),
}

/// A piece of a string template.
#[derive(Clone, PartialEq, Debug)]
pub enum TemplatePart {
    /// Text as it is.
    Text(String),
    /// The name between braces; the span covers the braces.
    Variable(Name),
}

/// A word with its place: a variable, a key, an argument's name.
#[derive(Clone, PartialEq, Debug)]
pub struct Name {
    /// Where it stands.
    pub span: Span,
    /// The word, escapes resolved.
    pub text: String,
}

/// `{ expression; … }`, never empty.
#[derive(Debug)]
pub struct Block {
    /// From brace to brace.
    pub span: Span,
    /// The expressions; the last gives the value.
    pub exprs: Vec<Expr>,
}

/// An `if` with all its `else if` branches.
#[derive(Debug)]
pub struct If {
    /// Conditions and what they lead to, first match wins; never empty.
    pub branches: Vec<Branch>,
    /// The final `else`.
    pub otherwise: Option<Block>,
}

/// One `if` or `else if`.
#[derive(Debug)]
pub struct Branch {
    /// The condition with its parentheses, if it has them.
    pub predicate: Predicate,
    /// What runs when it holds.
    pub block: Block,
}

/// A condition: one expression, or several between parentheses of which the last decides.
#[derive(Debug)]
pub struct Predicate {
    /// The whole condition.
    pub span: Span,
    /// Its expressions, never empty.
    pub exprs: Vec<Expr>,
}

/// Operators of one precedence level, applied from left to right: `first op₁ e₁ op₂ e₂ …`.
///
/// A flat list, so that a chain of any length needs no recursion.
#[derive(Debug)]
pub struct Operation {
    /// The leftmost operand.
    pub first: Box<Expr>,
    /// Operators with their right operands, never empty.
    pub rest: Vec<(Operator, Span, Expr)>,
}

/// A binary operator.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Operator {
    /// `??`
    Coalesce,
    /// `||`
    Or,
    /// `&&`
    And,
    /// `==`
    Equal,
    /// `!=`
    NotEqual,
    /// `<`
    Less,
    /// `<=`
    LessOrEqual,
    /// `>`
    Greater,
    /// `>=`
    GreaterOrEqual,
    /// `|`
    Merge,
    /// `+`
    Add,
    /// `-`
    Subtract,
    /// `*`
    Multiply,
    /// `/`
    Divide,
}

/// An assignment.
#[derive(Debug)]
pub struct Assign {
    /// Where the value goes.
    pub target: Expr,
    /// Where the error goes, in `ok, err = …`.
    pub error: Option<Expr>,
    /// `=` or `|=`.
    pub operator: AssignOperator,
    /// Where the operator stands.
    pub operator_span: Span,
    /// What is assigned.
    pub value: Expr,
}

/// How an assignment treats the old value.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum AssignOperator {
    /// `=` replaces it.
    Replace,
    /// `|=` merges into it.
    Merge,
}

/// A path below something: `.a.b[0]`, `%a`, `x.a`, `f().a`, `[1][0]`.
#[derive(Debug)]
pub struct Query {
    /// What the path starts from; an expression is a call, an array, an object or a block.
    pub root: Root<Name, Box<Expr>>,
    /// The segments; empty only for the bare `.` and `%`.
    pub path: Vec<Segment>,
}

/// A step of a path.
#[derive(Clone, PartialEq, Debug)]
pub struct Segment {
    /// The step, without the dot before it.
    pub span: Span,
    /// What it selects.
    pub step: Step,
}

/// What a step of a path selects.
#[derive(Clone, PartialEq, Debug)]
pub enum Step {
    /// A field of an object.
    Field(String),
    /// An element of an array; negative ones count from the end.
    Index(i64),
}

/// A function call.
#[derive(Debug)]
pub struct Call {
    /// The function's name.
    pub name: Name,
    /// The `!` after the name, if there.
    pub bang: Option<Span>,
    /// The arguments in source order.
    pub arguments: Vec<Argument>,
    /// `-> |…| { … }`
    pub closure: Option<Closure>,
    /// From the name to the closing parenthesis.
    pub span: Span,
}

/// An argument of a call.
#[derive(Debug)]
pub struct Argument {
    /// The name before the colon.
    pub name: Option<Name>,
    /// The value.
    pub value: Expr,
}

/// `-> |key, value| { … }`
#[derive(Debug)]
pub struct Closure {
    /// From the arrow to the closing brace.
    pub span: Span,
    /// The parameters; `None` is `_`.
    pub parameters: Vec<Option<Name>>,
    /// What runs for each element.
    pub block: Block,
}

impl Expr {
    /// Whether this is the discard target `_`, which is grammatical only left of an assignment.
    #[must_use]
    pub fn is_discard(&self) -> bool {
        matches!(&self.node, Node::Variable(name) if name == "_")
    }
}
