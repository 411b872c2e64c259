//! Random programs over all constructs and all functions that both engines have.
//!
//! Most of them are meant to compile: after each expression that may be refused for a failure nobody
//! handles, vrlet is asked, and the generator handles the failure in one of the ways there are. Some
//! programs are left as they come out, and some get a slip of the keyboard.

mod call;
mod event;
mod example;
mod expression;
mod function;
mod kind;
mod literal;
mod slip;
mod statement;

pub use event::event;
pub use function::{Signature, signatures};

use crate::random::Random;
use crate::tree::Tree;
use crate::vrlet_engine::VrletEngine;
use kind::Kind;

/// The names of variables.
const NAMES: &[&str] = &["x", "y", "z", "w", "v1"];

/// A program with what was known while it was made.
pub struct Generator<'a> {
    random: Random,
    vrlet: &'a VrletEngine,
    signatures: &'a [Signature],
    /// The variables that can be read, with the kinds they were made for.
    variables: Vec<(String, Kind)>,
    /// The program so far, blocks that are still open laid flat: what a question to the checker comes
    /// after.
    context: String,
    /// Errors that were kept in variables of their own, counted.
    errors: usize,
    /// Within a closure that `break` may leave.
    may_break: bool,
    /// Percentage of mistakes that are left in.
    sloppiness: usize,
}

impl<'a> Generator<'a> {
    pub fn new(random: Random, vrlet: &'a VrletEngine, signatures: &'a [Signature]) -> Self {
        let mut generator = Self {
            random,
            vrlet,
            signatures,
            variables: Vec::new(),
            context: String::new(),
            errors: 0,
            may_break: false,
            sloppiness: 0,
        };
        generator.sloppiness = [0, 0, 10, 60][generator.random.below(4)];
        generator
    }

    /// A whole program.
    pub fn program(mut self) -> Tree {
        let length = 1 + self.random.below(6);
        let mut statements = Vec::new();
        for _ in 0..length {
            statements.push(self.accepted(|it| it.statement(3)));
        }
        statements.push(self.accepted(Self::last));
        let separators = ["\n", "\n", "\n", "; ", ";\n\n", " # it's \"done\"\n"];
        let mut program = Tree::List(self.random.pick(&separators), statements);
        if self.random.percent(8) {
            slip::slip(&mut program, &mut self.random);
        }
        program
    }

    /// A statement that the checker accepts, if a few tries find one.
    fn accepted(&mut self, make: impl Fn(&mut Self) -> Tree) -> Tree {
        let is_sloppy = self.random.percent(self.sloppiness);
        let mut tries = 0;
        loop {
            let variables = self.variables.clone();
            let context = self.context.clone();
            let statement = make(self);
            self.context = context.clone();
            self.add_to_context(&statement.render());
            tries += 1;
            if is_sloppy || tries > 5 || self.vrlet.errors(&self.context).is_empty() {
                return statement;
            }
            (self.variables, self.context) = (variables, context);
        }
    }

    fn add_to_context(&mut self, statement: &str) {
        self.context.push_str(statement);
        self.context.push('\n');
    }

    /// Something to look at in the end: what became of the variables, and what is known of them.
    fn last(&mut self) -> Tree {
        if self.random.percent(40) {
            return self.statement(3);
        }
        let mut items = Vec::new();
        for (name, _) in self.variables.clone() {
            if self.random.percent(70) {
                items.push(Tree::text(name.clone()));
            }
            if self.random.percent(50) {
                items.push(Tree::text(format!("type_def({name})")));
            }
        }
        if self.random.percent(40) {
            items.push(Tree::text(self.random.pick(&[
                "type_def(.)",
                "type_def(.a)",
                "type_def(%)",
            ])));
        }
        Tree::Parts(vec![Tree::text("["), Tree::List(", ", items), Tree::text("]")])
    }

    /// What stands between elements, members and arguments.
    fn comma(&mut self) -> &'static str {
        self.random.pick(&[", ", ", ", ", ", ", ", ", ", ",\n  ", ",", ", # so\n"])
    }

    fn name(&mut self) -> String {
        self.random.pick(NAMES).to_owned()
    }

    /// Remembers a variable.
    fn define(&mut self, name: &str, kind: Kind) {
        self.variables.retain(|(known, _)| known != name);
        self.variables.push((name.to_owned(), kind));
    }
}
