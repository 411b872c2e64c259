//! Random statements: assignments of every form, conditions, calls for their effect, exits.

use super::Generator;
use super::kind::Kind;
use crate::tree::Tree;

impl Generator<'_> {
    pub(super) fn statement(&mut self, depth: usize) -> Tree {
        let kind = Kind::any(&mut self.random);
        match self.random.weighted(&[46, 8, 13, 10, 6, 5, 7, 3, 2]) {
            0 => self.assignment(kind, depth),
            1 => self.merge(depth),
            2 => self.attempt(kind, depth),
            3 => self.condition(kind, depth),
            4 => self.call_of("for_each", depth, ""),
            5 => self.deletion(),
            6 => self.expression(kind, depth),
            7 => self.exit(depth),
            _ => {
                let truth = self.expression(Kind::Boolean, depth.min(1));
                let call = Tree::expression(vec![Tree::text("assert!("), truth, Tree::text(")")]);
                self.settle(call, Kind::Boolean)
            }
        }
    }

    /// `target = value`, the value of one more assignment now and then.
    fn assignment(&mut self, kind: Kind, depth: usize) -> Tree {
        let value = match self.random.below(12) {
            0 => self.condition(kind, depth),
            1 => Tree::Parts(vec![
                self.target(kind),
                Tree::text(" = "),
                self.expression(kind, depth),
            ]),
            _ => self.expression(kind, depth),
        };
        let value = self.settle(value, kind);
        Tree::Parts(vec![self.target(kind), Tree::text(" = "), value])
    }

    /// A target, remembered if it is a variable.
    fn target(&mut self, kind: Kind) -> Tree {
        match self.random.weighted(&[50, 30, 16, 1, 1]) {
            0 => {
                let name = self.name();
                self.define(&name, kind);
                Tree::text(name)
            }
            1 => {
                let field = match kind {
                    Kind::Text => ".s",
                    Kind::Integer | Kind::Float => ".n",
                    Kind::Array => ".l",
                    Kind::Object => ".o",
                    Kind::Boolean | Kind::Timestamp | Kind::Regex | Kind::Null => ".c",
                };
                Tree::text(field)
            }
            2 => self.query(),
            3 => Tree::text("."),
            _ => Tree::text("_"),
        }
    }

    /// `target |= object`
    fn merge(&mut self, depth: usize) -> Tree {
        let objects: Vec<String> = self
            .variables
            .iter()
            .filter(|(_, kind)| *kind == Kind::Object)
            .map(|(name, _)| name.clone())
            .collect();
        let target = match objects.as_slice() {
            [name, ..] if self.random.percent(60) => Tree::text(name.clone()),
            _ if self.random.percent(80) => Tree::text("."),
            _ => self.query(),
        };
        let value = self.expression(Kind::Object, depth);
        let value = self.settle(value, Kind::Object);
        Tree::Parts(vec![target, Tree::text(" |= "), value])
    }

    /// `value, error = …`. The text of the error is each engine's own, so that only whether there is one
    /// is kept.
    fn attempt(&mut self, kind: Kind, depth: usize) -> Tree {
        let value = if self.random.percent(80) {
            self.call_as_it_is(kind, depth)
        } else {
            self.expression(kind, depth)
        };
        self.errors += 1;
        let error = match self.random.below(4) {
            0 => ".err".to_owned(),
            1 => format!("%e{}", self.errors),
            _ => format!("e{}", self.errors),
        };
        let operator = if kind == Kind::Object && self.random.percent(20) { "|=" } else { "=" };
        let target = match self.random.below(5) {
            0 => Tree::text("_"),
            _ => self.target(kind),
        };
        let keep = self.random.pick(&["!= null", "== null"]);
        let test = if self.random.percent(50) {
            format!("\n{error} = {error} {keep}")
        } else {
            format!("\n{error} = [is_null({error}), type_def({error})]")
        };
        if error.starts_with('e') {
            self.define(&error, Kind::Boolean);
        }
        Tree::Parts(vec![
            target,
            Tree::text(format!(", {error} {operator} ")),
            value,
            Tree::text(test),
        ])
    }

    fn deletion(&mut self) -> Tree {
        let query = self.query();
        let compact = self.random.pick(&["", "", ", true", ", compact: true", ", false"]);
        Tree::Parts(vec![Tree::text("del("), query, Tree::text(format!("{compact})"))])
    }

    /// `abort`, `return`, `break`, after a condition mostly.
    fn exit(&mut self, depth: usize) -> Tree {
        let exit = match self.random.below(4) {
            0 => Tree::text("abort"),
            1 => {
                let message = self.expression(Kind::Text, depth.min(1));
                Tree::Parts(vec![Tree::text("abort "), message])
            }
            2 if self.may_break => Tree::text("break"),
            _ => {
                let kind = Kind::any(&mut self.random);
                let value = self.expression(kind, depth.min(1));
                Tree::Parts(vec![Tree::text("return "), value])
            }
        };
        if self.random.percent(10) {
            return exit;
        }
        let predicate = self.expression(Kind::Boolean, depth.min(1));
        let predicate = self.settle(predicate, Kind::Boolean);
        Tree::Parts(vec![Tree::text("if "), predicate, Tree::text(" { "), exit, Tree::text(" }")])
    }
}
