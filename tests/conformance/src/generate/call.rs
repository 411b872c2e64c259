//! Random calls: arguments by position and by name, constants, closures.

use vrlet::function::{Binding, ClosureSignature, Param};
use vrlet::value::KindSet;

use super::example::{Example, damaged};
use super::kind::Kind;
use super::literal::literal;
use super::{Generator, Signature};
use crate::tree::Tree;

impl Generator<'_> {
    /// A call whose failure is handled.
    pub(super) fn call(&mut self, kind: Kind, depth: usize) -> Tree {
        let signature = self.choose(kind);
        let plain = self.call_of(signature, depth, "");
        let question = format!("{}{}", self.context, plain.render());
        let codes = self.vrlet.errors(&question);
        let can_fail = !codes.is_empty() && codes.iter().all(|code| matches!(code, 100 | 110));
        if !can_fail || self.random.percent(self.sloppiness / 2) {
            return if self.random.percent(3) { with_bang(plain) } else { plain };
        }
        if self.random.percent(50) {
            return with_bang(plain);
        }
        let fallback = self.expression(kind, 0);
        Tree::expression(vec![
            Tree::text("("),
            plain,
            Tree::text(" ?? "),
            fallback,
            Tree::text(")"),
        ])
    }

    /// A call whose failure is for others to handle.
    pub(super) fn call_as_it_is(&mut self, kind: Kind, depth: usize) -> Tree {
        let signature = self.choose(kind);
        self.call_of(signature, depth, "")
    }

    /// A function that yields the kind, mostly.
    fn choose(&mut self, kind: Kind) -> &'static str {
        let all = self.signatures;
        let fitting: Vec<&Signature> =
            all.iter().filter(|signature| signature.yields.contains(&kind)).collect();
        let signature = if fitting.is_empty() || self.random.percent(25) {
            &all[self.random.below(all.len())]
        } else {
            fitting[self.random.below(fitting.len())]
        };
        signature.function.name
    }

    /// A call of this function.
    pub(super) fn call_of(&mut self, name: &str, depth: usize, bang: &str) -> Tree {
        let all = self.signatures;
        let signature = all
            .iter()
            .find(|signature| signature.function.name == name)
            .unwrap_or_else(|| unreachable!("`{name}` was chosen from the list"));
        let example = self.random.percent(45).then(|| self.example(signature)).flatten();
        let mut arguments = Vec::new();
        let mut by_name = self.random.percent(10);
        for (number, param) in signature.function.params.iter().enumerate() {
            let given = example.and_then(|example| example[number].as_ref());
            let rare = if given.is_some() { 10 } else { 60 };
            if !param.required && self.random.percent(rare) || self.random.percent(1) {
                by_name = true;
                continue;
            }
            let argument = match given {
                Some(text) if self.random.percent(90) => self.word(text),
                _ => self.argument(signature, number, param, depth),
            };
            arguments.push(if by_name {
                Tree::Parts(vec![Tree::text(format!("{}: ", param.name)), argument])
            } else {
                argument
            });
        }
        if by_name && self.random.percent(20) {
            arguments.reverse();
        }
        let mut parts = vec![
            Tree::text(format!("{name}{bang}(")),
            Tree::List(self.comma(), arguments),
            Tree::text(")"),
        ];
        match &signature.function.closure {
            Some(closure) if !self.random.percent(1) => {
                parts.push(self.closure(closure, depth));
            }
            None if self.random.percent(1) => parts.push(Tree::text(" -> |_a| { 1 }")),
            _ => {}
        }
        Tree::expression(parts)
    }

    fn argument(
        &mut self,
        signature: &Signature,
        number: usize,
        param: &Param,
        depth: usize,
    ) -> Tree {
        let depth = depth.saturating_sub(1);
        match param.binding {
            Binding::Place if self.random.percent(95) => return self.query(),
            Binding::Constant
            | Binding::InPlace
            | Binding::Fields
            | Binding::Place
            | Binding::Value => {}
        }
        // Far outside of an array the reference takes all memory there is.
        if param.name == "path" && param.kinds.contains(KindSet::ARRAY) {
            return self.steps();
        }
        if !param.choices.is_empty() && self.random.percent(90) {
            let choice = self.random.pick(param.choices);
            return Tree::expression(vec![Tree::text(format!("\"{choice}\""))]);
        }
        if self.random.percent(35)
            && let Some(text) = self.example(signature).and_then(|example| example[number].as_ref())
        {
            return self.word(text);
        }
        let kind = if self.random.percent(3) {
            Kind::any(&mut self.random)
        } else {
            Kind::of(param.kinds, &mut self.random)
        };
        let is_static = !matches!(param.binding, Binding::Value);
        if is_static && self.random.percent(90) || self.random.percent(30) {
            return Tree::expression(vec![Tree::text(literal(kind, &mut self.random))]);
        }
        match param.elements {
            Some(elements) if self.random.percent(80) => {
                let mut items = Vec::new();
                for _ in 0..self.random.below(4) {
                    let kind = Kind::of(elements, &mut self.random);
                    items.push(self.expression(kind, depth));
                }
                Tree::expression(vec![Tree::text("["), Tree::List(", ", items), Tree::text("]")])
            }
            _ => self.expression(kind, depth),
        }
    }

    fn example<'e>(&mut self, signature: &'e Signature) -> Option<&'e Example> {
        let examples = &signature.examples;
        (!examples.is_empty()).then(|| &examples[self.random.below(examples.len())])
    }

    /// An argument of a program that exists, damaged now and then.
    fn word(&mut self, text: &str) -> Tree {
        let text =
            if self.random.percent(25) { damaged(text, &mut self.random) } else { text.to_owned() };
        Tree::expression(vec![Tree::text(text)])
    }

    /// A path as an array.
    fn steps(&mut self) -> Tree {
        let mut steps = Vec::new();
        for _ in 0..self.random.below(4) {
            let step = self.random.pick(&["\"a\"", "\"b\"", "\"k\"", "0", "1", "-1", "-3", "2"]);
            steps.push(Tree::text(step));
        }
        Tree::expression(vec![Tree::text("["), Tree::List(", ", steps), Tree::text("]")])
    }

    fn closure(&mut self, closure: &ClosureSignature, depth: usize) -> Tree {
        let mut names: Vec<String> = Vec::new();
        for (number, _) in closure.params.iter().enumerate() {
            names.push(match self.random.below(10) {
                0..3 => "_".to_owned(),
                // Twice the same name is a case of its own.
                3 if number == 0 => self.name(),
                _ => ["k", "v"][number % 2].to_owned(),
            });
        }
        if self.random.percent(1) {
            names.push("extra".to_owned());
        }
        let kind = Kind::of(closure.result, &mut self.random);
        let may_break = std::mem::replace(&mut self.may_break, closure.breaks);
        // Of what it passes no kind is known here; to the checker it is something of the event.
        let (variables, context) = (self.variables.clone(), self.context.clone());
        for name in names.iter().filter(|name| *name != "_") {
            let kind = Kind::any(&mut self.random);
            self.define(name, kind);
            self.add_to_context(&format!("{name} = .zz"));
        }
        let mut body = self.body(kind, depth, |_| {});
        if closure.breaks && self.random.percent(10) {
            let predicate = self.expression(Kind::Boolean, 0);
            body = Tree::Parts(vec![
                Tree::text("if "),
                predicate,
                Tree::text(" { "),
                Tree::text(self.random.pick(&["break", "break", "return 5", "abort"])),
                Tree::text(" }\n"),
                body,
            ]);
        }
        (self.variables, self.context) = (variables, context);
        self.may_break = may_break;
        let params = names.join(", ");
        Tree::Parts(vec![Tree::text(format!(" -> |{params}| {{ ")), body, Tree::text(" }")])
    }
}

/// The same call, that must not fail.
fn with_bang(mut call: Tree) -> Tree {
    if let Some(name) = call.texts_mut().into_iter().next()
        && name.ends_with('(')
    {
        name.insert(name.len() - 1, '!');
    }
    call
}
