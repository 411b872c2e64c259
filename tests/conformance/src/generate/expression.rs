//! Random expressions: literals, paths, operators, collections, blocks, conditions.

use super::Generator;
use super::kind::Kind;
use super::literal::{KEYS, SMALL, literal};
use crate::tree::Tree;

/// Fields of the event that hold the kind, more often than not.
fn fields_of(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Text => &[".s"],
        Kind::Integer | Kind::Float => &[".n"],
        Kind::Array => &[".l"],
        Kind::Object => &[".o", "."],
        Kind::Boolean | Kind::Timestamp | Kind::Regex | Kind::Null => &[".a", ".b"],
    }
}

impl Generator<'_> {
    /// An expression that stands anywhere an operand may stand, meant to be of a kind.
    pub(super) fn expression(&mut self, kind: Kind, depth: usize) -> Tree {
        if depth == 0 {
            return self.atom(kind);
        }
        match self.random.weighted(&[22, 20, 24, 6, 5, 5, 5, 4, 3]) {
            0 => self.atom(kind),
            1 => self.operation(kind, depth),
            2 => self.call(kind, depth),
            3 => self.container(kind, depth),
            4 => self.block(kind, depth),
            5 => self.condition_in_block(kind, depth),
            6 => self.group(kind, depth),
            7 => self.recovery(kind, depth),
            _ => self.path_into(depth),
        }
    }

    /// A variable, a literal or a field that was made sure of.
    fn atom(&mut self, kind: Kind) -> Tree {
        match self.random.weighted(&[40, 40, 14, 6]) {
            0 => {
                let fitting: Vec<String> = self
                    .variables
                    .iter()
                    .filter(|(_, known)| *known == kind)
                    .map(|(name, _)| name.clone())
                    .collect();
                if !fitting.is_empty() {
                    let name = fitting[self.random.below(fitting.len())].clone();
                    return Tree::expression(vec![Tree::text(name)]);
                }
            }
            1 => {}
            2 => return self.converted(kind),
            _ => {
                let query = self.query();
                return Tree::expression(vec![query]);
            }
        }
        if kind == Kind::Text && self.random.percent(10) {
            return self.template();
        }
        Tree::expression(vec![Tree::text(literal(kind, &mut self.random))])
    }

    /// A string with a variable in it.
    fn template(&mut self) -> Tree {
        let names: Vec<String> = self.variables.iter().map(|(name, _)| name.clone()).collect();
        let name = match names.as_slice() {
            [] => "x".to_owned(),
            names => names[self.random.below(names.len())].clone(),
        };
        let text = match self.random.below(3) {
            0 => format!("\"<{{{{ {name} }}}}>\""),
            1 => format!("\"{{{{{name}}}}}\""),
            _ => format!("\"a{{{{{name}}}}}b{{{{ {name} }}}}\""),
        };
        let template = Tree::expression(vec![Tree::text(text)]);
        if self.random.percent(70) { self.settle(template, Kind::Text) } else { template }
    }

    /// A field of the event with its kind made sure of, one way or the other.
    fn converted(&mut self, kind: Kind) -> Tree {
        let field = self.random.pick(fields_of(kind)).to_owned();
        let (check, convert) = match kind {
            Kind::Text => ("string", "to_string"),
            Kind::Integer => ("int", "to_int"),
            Kind::Float => ("float", "to_float"),
            Kind::Boolean => ("bool", "to_bool"),
            Kind::Timestamp => ("timestamp", "timestamp"),
            Kind::Array => ("array", "array"),
            Kind::Object => ("object", "object"),
            Kind::Regex | Kind::Null => {
                return Tree::expression(vec![Tree::text(literal(kind, &mut self.random))]);
            }
        };
        let name = if self.random.percent(70) { check } else { convert };
        if self.random.percent(50) {
            Tree::expression(vec![Tree::text(format!("{name}!({field})"))])
        } else {
            let fallback = literal(kind, &mut self.random);
            Tree::expression(vec![Tree::text(format!("({name}({field}) ?? {fallback})"))])
        }
    }

    /// A path: of the event, of the metadata, of a variable.
    pub(super) fn query(&mut self) -> Tree {
        let root = match self.random.below(10) {
            0 => "%".to_owned() + self.random.pick(&["", "m", "a", "\"q r\""]),
            1..4 if !self.variables.is_empty() => {
                let at = self.random.below(self.variables.len());
                self.variables[at].0.clone()
            }
            4 => ".".to_owned(),
            _ => {
                ".".to_owned()
                    + self.random.pick(&["a", "b", "c", "s", "n", "o", "l", "@t", "\"a b\""])
            }
        };
        let mut path = root;
        for _ in 0..self.random.weighted(&[45, 35, 15, 5]) {
            let segment = self.segment(path == ".");
            path.push_str(&segment);
        }
        Tree::text(path)
    }

    fn segment(&mut self, is_first: bool) -> String {
        match self.random.below(4) {
            0 => format!("[{}]", self.random.pick(&["0", "1", "2", "-1", "-2", "-4", "5", " 1 "])),
            1 => format!(
                "{}\"{}\"",
                if is_first { "" } else { "." },
                self.random.pick(&["a", "a b", "", "0"])
            ),
            _ => format!("{}{}", if is_first { "" } else { "." }, self.random.pick(KEYS)),
        }
    }

    /// An operation; its operands are of fitting kinds, mostly.
    fn operation(&mut self, kind: Kind, depth: usize) -> Tree {
        let other = Kind::any(&mut self.random);
        let (left, operator, right) = match kind {
            Kind::Text => {
                if self.random.percent(20) {
                    let text = self.expression(Kind::Text, depth - 1);
                    let count = Tree::text(self.random.pick(SMALL));
                    let operation = if self.random.percent(50) {
                        [text, Tree::text(" * "), count]
                    } else {
                        [count, Tree::text(" * "), text]
                    };
                    let operation = Tree::expression(Vec::from(operation));
                    return self.grouped(operation, kind);
                }
                let right = if self.random.percent(10) { Kind::Null } else { Kind::Text };
                (Kind::Text, "+", right)
            }
            Kind::Integer | Kind::Float => {
                let operator =
                    *["+", "-", "*", "/"].get(self.random.weighted(&[4, 4, 3, 2])).unwrap_or(&"+");
                let right = if self.random.percent(30) { Kind::Float } else { Kind::Integer };
                (kind, operator, right)
            }
            Kind::Boolean => match self.random.below(9) {
                0 | 1 => (Kind::Boolean, "&&", Kind::Boolean),
                2 | 3 => (Kind::Boolean, "||", Kind::Boolean),
                4 => (other, self.random.pick(&["==", "!="]), Kind::any(&mut self.random)),
                5 => (other, self.random.pick(&["==", "!="]), other),
                6 => {
                    let inner = self.expression(Kind::Boolean, depth - 1);
                    return Tree::expression(vec![Tree::text("!"), inner]);
                }
                _ => {
                    let operator = self.random.pick(&["<", "<=", ">", ">="]);
                    match self.random.below(4) {
                        0 => (Kind::Text, operator, Kind::Text),
                        1 => (Kind::Timestamp, operator, Kind::Timestamp),
                        2 => (Kind::Integer, operator, Kind::Float),
                        _ => (Kind::Integer, operator, Kind::Integer),
                    }
                }
            },
            Kind::Object => (Kind::Object, "|", Kind::Object),
            Kind::Timestamp | Kind::Regex | Kind::Null | Kind::Array => {
                // Nothing makes these but choices.
                let query = self.query();
                let right = self.expression(kind, depth - 1);
                let operation = Tree::expression(vec![query, Tree::text(" || "), right]);
                return self.grouped(operation, kind);
            }
        };
        // Kinds that don't fit; never texts, which a number could multiply without bounds.
        let left = if self.random.percent(4) && operator != "*" {
            Kind::any(&mut self.random)
        } else {
            left
        };
        let right = if self.random.percent(4) { Kind::Null } else { right };
        let left = self.expression(left, depth - 1);
        let right = self.expression(right, depth - 1);
        let space = self.random.pick(&[" ", " ", " ", " ", "\n  "]);
        let operation =
            Tree::expression(vec![left, Tree::text(format!(" {operator}{space}")), right]);
        self.grouped(operation, kind)
    }

    /// An operation with its failure handled and, mostly, in parentheses.
    fn grouped(&mut self, operation: Tree, kind: Kind) -> Tree {
        let settled = self.settle(operation, kind);
        if self.random.percent(80) {
            Tree::expression(vec![Tree::text("("), settled, Tree::text(")")])
        } else {
            settled
        }
    }

    fn container(&mut self, kind: Kind, depth: usize) -> Tree {
        let count = self.random.below(4);
        let is_array = kind == Kind::Array || kind != Kind::Object && self.random.percent(50);
        let mut items = Vec::new();
        for number in 0..count {
            let kind = Kind::any(&mut self.random);
            let item = self.expression(kind, depth - 1);
            if is_array {
                items.push(item);
            } else {
                // Twice the same key, and another order than the keys', are cases of their own.
                let key = ["", "a", "a b", "b"][number];
                items.push(Tree::Parts(vec![Tree::text(format!("\"{key}\": ")), item]));
            }
        }
        let (open, close) = match is_array {
            // A group that touches the bracket is read in another way by the reference, so few do.
            true => (self.random.pick(&["[", "[ ", "[ ", "[ "]), "]"),
            false => ("{", "}"),
        };
        let mut parts = vec![Tree::text(open), Tree::List(self.comma(), items), Tree::text(close)];
        if kind != Kind::Array && kind != Kind::Object || self.random.percent(10) {
            parts.push(Tree::text(self.random.pick(&[".a", "[0]", ".b[1]", "[-1]", ".\"a b\""])));
        }
        Tree::expression(parts)
    }

    /// `{ a; b }`
    fn block(&mut self, kind: Kind, depth: usize) -> Tree {
        let body = self.body(kind, depth, |_| {});
        let mut parts = vec![Tree::text("{ "), body, Tree::text(" }")];
        if self.random.percent(5) {
            parts.push(Tree::text(self.random.pick(&[".a", "[0]", "[-1]"])));
        }
        Tree::expression(parts)
    }

    /// The statements of a block; names that it binds are gone after it.
    pub(super) fn body(&mut self, kind: Kind, depth: usize, prepare: impl Fn(&mut Self)) -> Tree {
        let variables = self.variables.clone();
        prepare(self);
        let mut statements = Vec::new();
        for _ in 0..self.random.weighted(&[50, 35, 15]) {
            let statement = self.statement(depth.saturating_sub(1));
            self.add_to_context(&statement.render());
            statements.push(statement);
        }
        statements.push(self.expression(kind, depth.saturating_sub(1)));
        let outer: Vec<String> = variables.iter().map(|(name, _)| name.clone()).collect();
        self.variables.retain(|(name, _)| outer.contains(name));
        for variable in variables {
            if !self.variables.iter().any(|(name, _)| *name == variable.0) {
                self.variables.push(variable);
            }
        }
        Tree::List(self.random.pick(&["; ", "\n"]), statements)
    }

    fn condition_in_block(&mut self, kind: Kind, depth: usize) -> Tree {
        let condition = self.condition(kind, depth);
        Tree::expression(vec![Tree::text("{ "), condition, Tree::text(" }")])
    }

    /// `if … { … } else { … }`
    pub(super) fn condition(&mut self, kind: Kind, depth: usize) -> Tree {
        let mut parts = vec![Tree::text("if "), self.predicate(depth)];
        parts.extend([Tree::text(" { "), self.body(kind, depth, |_| {}), Tree::text(" }")]);
        if self.random.percent(20) {
            parts.extend([Tree::text(" else if "), self.predicate(depth)]);
            parts.extend([Tree::text(" { "), self.body(kind, depth, |_| {}), Tree::text(" }")]);
        }
        if self.random.percent(60) {
            let other = match self.random.below(10) {
                0 => Tree::text(self.random.pick(&["abort", "return 1", "return .a"])),
                1 => {
                    let kind = Kind::any(&mut self.random);
                    self.body(kind, depth, |_| {})
                }
                _ => self.body(kind, depth, |_| {}),
            };
            parts.extend([
                Tree::text(self.random.pick(&[" else { ", "\nelse {\n"])),
                other,
                Tree::text(" }"),
            ]);
        }
        Tree::expression(parts)
    }

    fn predicate(&mut self, depth: usize) -> Tree {
        let predicate = self.expression(Kind::Boolean, depth.saturating_sub(1));
        let predicate = self.settle(predicate, Kind::Boolean);
        if self.random.percent(8) {
            let name = self.name();
            let value = self.expression(Kind::Integer, 0);
            self.define(&name, Kind::Integer);
            return Tree::Parts(vec![
                Tree::text(format!("({name} = ")),
                value,
                Tree::text("; "),
                predicate,
                Tree::text(")"),
            ]);
        }
        predicate
    }

    /// `( … )`, with an assignment in it now and then.
    fn group(&mut self, kind: Kind, depth: usize) -> Tree {
        let inner = self.expression(kind, depth - 1);
        if self.random.percent(30) {
            let name = self.name();
            self.define(&name, kind);
            return Tree::expression(vec![
                Tree::text(format!("({name} = ")),
                inner,
                Tree::text(")"),
            ]);
        }
        Tree::expression(vec![Tree::text("("), inner, Tree::text(")")])
    }

    /// `a ?? b`, where `a` can fail.
    fn recovery(&mut self, kind: Kind, depth: usize) -> Tree {
        let attempt = self.call_as_it_is(kind, depth);
        let fallback = self.expression(kind, depth - 1);
        Tree::expression(vec![
            Tree::text("("),
            attempt,
            Tree::text(" ?? "),
            fallback,
            Tree::text(")"),
        ])
    }

    /// A path into what a call or a container yields.
    fn path_into(&mut self, depth: usize) -> Tree {
        let kind = if self.random.percent(50) { Kind::Object } else { Kind::Array };
        let whole = if self.random.percent(50) {
            self.container(kind, depth)
        } else {
            self.call(kind, depth)
        };
        let segment = self.random.pick(&[".a", "[0]", "[-1]", ".b", ".a.b", ".a[1]", ".\"a b\""]);
        Tree::expression(vec![whole, Tree::text(segment)])
    }

    /// Handles the failure of an expression, where the checker says that one is not handled.
    pub(super) fn settle(&mut self, tree: Tree, kind: Kind) -> Tree {
        if self.random.percent(self.sloppiness / 2) {
            return tree;
        }
        let question = format!("{}{}", self.context, tree.render());
        let codes = self.vrlet.errors(&question);
        if codes.is_empty() || !codes.iter().all(|code| matches!(code, 100 | 110)) {
            return tree;
        }
        let fallback = if self.random.percent(60) {
            Tree::text(literal(kind, &mut self.random))
        } else {
            self.expression(kind, 0)
        };
        Tree::expression(vec![Tree::text("("), tree, Tree::text(" ?? "), fallback, Tree::text(")")])
    }
}
