//! The type checker: names resolved, kinds inferred, failures accounted for.
//!
//! One pass in source order moves a single mutable state along. An expression that does not compile
//! leaves diagnostics and no tree; the root expressions after it are checked all the same.

mod analyse;
mod assign;
mod block;
mod call;
mod choose;
mod collection;
mod constant;
mod dropped;
mod enclosing_closure;
mod exit;
mod import_export;
mod literal;
mod logic;
mod members;
mod not;
mod operation;
mod options;
mod path;
mod pending;
mod query;
mod read_only;
mod record;
mod recording;
mod regexes;
mod scope;
mod state;
mod target;
mod template;
mod type_env;
mod unused;
mod warn_if_stale;

use std::collections::{BTreeSet, HashSet};

use vrlet_diagnostic::{Diagnostic, Span};
use vrlet_function::TypeDef;
use vrlet_parser::ast::{self, Ast, RootExpr};
use vrlet_value::{Key, Kind, Path, Root, Value, WritableRoot};

use crate::error::{self, Source};
use crate::failure::{Cause, Failure};
use crate::tree::{Expr, Node, Tree, Variable, VariableId};
use crate::warning;
pub use analyse::{Analysed, analyse};
pub use call::{REMOVED_FUNCTIONS, instead_of_removed};
use enclosing_closure::EnclosingClosure;
pub use options::{Checked, Options};
use pending::Pending;
pub use read_only::{NotAPath, ReadOnly};
pub use recording::{Mention, RecordedCall, Recording};
use regexes::Regexes;
use scope::Scope;
use state::{Changes, State, StateRoot};
pub use type_env::{TypeEnv, TypedVariable};

/// Checks a program.
///
/// # Errors
/// Everything that is wrong with it, in the order in which it was met.
pub fn check(ast: &Ast, options: &Options<'_>) -> Result<Checked, Vec<Diagnostic>> {
    let mut checker = Checker::new(ast, options);
    let roots = checker.roots(ast);
    if checker.errors.is_empty() { Ok(checker.finish(ast, roots)) } else { Err(checker.errors) }
}

/// The pass and what it carries.
struct Checker<'a> {
    options: &'a Options<'a>,
    regexes: Regexes,
    state: State,
    scope: Scope,
    pending: Pending,
    variables: Vec<Variable>,
    errors: Vec<Diagnostic>,
    warnings: Vec<Diagnostic>,
    /// The closures around the current place, innermost last.
    closures: Vec<EnclosingClosure>,
    /// What `return` gives outside of closures.
    returned: Kind,
    /// Whether a root expression can fail, where that is allowed.
    fallible: bool,
    /// Places whose value did not compile: what reads them is wrong only because of that.
    failed: HashSet<(WritableRoot<String>, Path)>,
    /// The fields of the event that the program has named so far.
    fields: HashSet<Key>,
    /// The functions that are called.
    functions: BTreeSet<&'static str>,
    /// What tools asked for.
    recording: Option<Box<Recording>>,
}

/// A checked expression, and the constant that it is to the checker.
///
/// Such a constant is good for proofs alone: that of a variable can be out of date when a closure
/// assigned to it, so only the tree's own constants are computed with.
struct TypedExpr {
    expr: Expr,
    constant: Option<Value>,
}

/// How far checking had got in what nests, to find back there after an error.
struct Checkpoint {
    frames: usize,
    scopes: usize,
    closures: usize,
}

impl<'a> Checker<'a> {
    fn new(ast: &Ast, options: &'a Options<'a>) -> Self {
        let mut checker = Self {
            options,
            regexes: Regexes::new(ast),
            state: State::of(Kind::any_object(), Kind::any_object()),
            scope: Scope::default(),
            pending: Pending::default(),
            variables: Vec::new(),
            errors: Vec::new(),
            warnings: Vec::new(),
            closures: Vec::new(),
            returned: Kind::never(),
            fallible: false,
            failed: HashSet::new(),
            fields: HashSet::new(),
            functions: BTreeSet::new(),
            recording: None,
        };
        if let Some(before) = options.before {
            checker.import_env(before);
        }
        if !options.strict {
            let attempted = ast.attempted.iter();
            let failed = attempted.map(|name| (Root::Variable(name.clone()), Path::root()));
            checker.failed.extend(failed);
        }
        checker
    }

    /// The root expressions that compile; what is wrong with the others is noted.
    fn roots(&mut self, ast: &Ast) -> Vec<Expr> {
        let mut roots = Vec::with_capacity(ast.roots.len());
        for root in &ast.roots {
            match root {
                RootExpr::Broken(diagnostic) => {
                    let registry = self.options.registry;
                    self.errors.push(error::with_known_function(diagnostic.clone(), registry));
                }
                RootExpr::Expr(expr) => roots.extend(self.root(expr)),
            }
        }
        roots
    }

    /// The program of root expressions that all compile.
    fn finish(mut self, ast: &Ast, roots: Vec<Expr>) -> Checked {
        let after = self.export_env();
        let last = roots.last().map_or(Kind::null(), |last| last.type_def.kind.clone());
        let mut warnings = self.warnings;
        warnings.extend(dropped::find(ast, Source(self.options.source), self.options.registry));
        warnings.extend(ast.doubts.iter().map(warning::doubt));
        warnings.sort_by_key(Diagnostic::span);
        warnings.extend(unused::find(ast, self.options.registry, &after));
        Checked {
            tree: Tree { roots, variables: self.variables, functions: self.functions },
            warnings,
            result: TypeDef::new(last.or(self.returned)).fallible_if(self.fallible),
            after,
        }
    }

    fn root(&mut self, expr: &ast::Expr) -> Option<Expr> {
        let checkpoint = self.checkpoint();
        let typed = self.expr(expr);
        self.recover(&checkpoint);
        if self.options.may_fail {
            self.fallible |= self.pending.is_beyond(0);
            self.pending.consume(0);
        } else {
            let source = self.source();
            self.errors.extend(self.pending.report(0, source, Some(expr.span), true));
        }
        typed.map(|typed| typed.expr)
    }

    /// Checks an expression; `None` where it does not compile, its diagnostics are noted then.
    fn expr(&mut self, expr: &ast::Expr) -> Option<TypedExpr> {
        let mark = self.pending.mark();
        self.record_start(expr.span.start);
        let typed = match &expr.node {
            ast::Node::Literal(literal) => self.literal(literal, expr.span),
            ast::Node::Template(parts) => self.template(parts, expr.span),
            ast::Node::Group(inner) => self.expr(inner),
            ast::Node::Block(block) => self.block(block),
            ast::Node::Array(elements) => self.array(elements, expr.span),
            ast::Node::Object(members) => self.object(members, expr.span),
            ast::Node::If(choice) => self.choice(choice, expr.span),
            ast::Node::Operation(operation) => self.operation(operation),
            ast::Node::Not { operator, operand } => self.not(*operator, operand, expr.span),
            ast::Node::Assign(assign) => self.assign(assign, expr.span),
            ast::Node::Variable(name) => self.variable(name, expr.span),
            ast::Node::Query(query) => self.query(query, expr.span),
            ast::Node::Call(call) => self.call(call, expr.span),
            ast::Node::Abort(message) => self.abort(message.as_deref(), expr.span),
            ast::Node::Return(keyword, value) => self.return_(*keyword, value, expr.span),
            ast::Node::Break => self.break_(expr.span),
        }?;
        self.record_type(expr.span, &typed.expr.type_def);
        if typed.fallible() {
            self.pending.note(mark, || Failure {
                span: typed.expr.span,
                kinds: typed.kind().set(),
                cause: match &expr.node {
                    ast::Node::Call(call) => Cause::Call(call.name.span),
                    _ => Cause::Parts,
                },
            });
        }
        Some(typed)
    }

    /// The text of the program.
    fn source(&self) -> Source<'a> {
        Source(self.options.source)
    }

    fn fail<T>(&mut self, diagnostic: Diagnostic) -> Option<T> {
        self.errors.push(diagnostic);
        None
    }

    fn checkpoint(&self) -> Checkpoint {
        Checkpoint {
            frames: self.state.depth(),
            scopes: self.scope.depth(),
            closures: self.closures.len(),
        }
    }

    /// Leaves whatever an expression that did not compile left open. Its names stay visible: what
    /// reads them may be right.
    fn recover(&mut self, checkpoint: &Checkpoint) {
        self.state.close(checkpoint.frames);
        self.scope.merge(checkpoint.scopes);
        self.closures.truncate(checkpoint.closures);
    }

    /// A new variable, fresh at every run of the closure around it.
    fn declare(&mut self, name: &str, span: Span) -> VariableId {
        let id = self.declare_parameter(name, span);
        if let Some(closure) = self.closures.last_mut() {
            closure.locals.push(id);
        }
        id
    }

    fn declare_parameter(&mut self, name: &str, span: Span) -> VariableId {
        let id = self.state.declare();
        self.variables.push(Variable { name: name.to_owned(), span, read: false, kept: false });
        self.scope.bind(name, id);
        id
    }

    fn mark_read(&mut self, id: VariableId) {
        if let Some(variable) = self.variables.get_mut(id.0 as usize) {
            variable.read = true;
        }
    }
}

impl TypedExpr {
    fn new(node: Node, span: Span, type_def: TypeDef) -> Self {
        Self { expr: Expr { span, node, type_def }, constant: None }
    }

    fn constant(value: Value, span: Span) -> Self {
        let type_def = TypeDef::new(Kind::of_value(&value));
        Self {
            expr: Expr { span, node: Node::Constant(value.clone()), type_def },
            constant: Some(value),
        }
    }

    fn kind(&self) -> &Kind {
        &self.expr.type_def.kind
    }

    fn fallible(&self) -> bool {
        self.expr.type_def.fallible
    }
}
