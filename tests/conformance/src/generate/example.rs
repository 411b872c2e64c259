//! Arguments that programs which exist give to a function: a text with the format that fits it, words
//! from its list, constants it takes. So a function is called with what it is for as soon as it has an
//! example.

use serde_json::Value as Json;
use vrlet::function::Function;
use vrlet::value::Root;
use vrlet_parser::ast::{Block, Call, Expr, Node, RootExpr, Step};

use crate::corpus::Sample;
use crate::random::Random;

/// The arguments of one call, parameter by parameter; `None` where it gives none, or none that means
/// the same elsewhere.
pub type Example = Vec<Option<String>>;

/// The calls of a function in programs that exist.
pub fn examples(function: &Function, samples: &[Sample]) -> Vec<Example> {
    let mut examples = Vec::new();
    for sample in samples.iter().filter(|sample| sample.source.contains(function.name)) {
        let Ok(ast) = vrlet_parser::parse(&sample.source) else { continue };
        let event = sample.events.first().and_then(|event| serde_json::from_str(event).ok());
        for root in &ast.roots {
            let RootExpr::Expr(expr) = root else { continue };
            calls(expr, &mut |call| {
                if call.name.text == function.name {
                    let example = arguments(call, function, &sample.source, event.as_ref());
                    if !examples.contains(&example) {
                        examples.push(example);
                    }
                }
            });
        }
    }
    examples
}

fn arguments(call: &Call, function: &Function, source: &str, event: Option<&Json>) -> Example {
    let mut example = vec![None; function.params.len()];
    let mut cursor = 0;
    for argument in &call.arguments {
        let position = match &argument.name {
            Some(name) => function.param(&name.text),
            None => Some(cursor),
        };
        let Some(position) = position.filter(|position| *position < example.len()) else {
            continue;
        };
        if argument.name.is_none() || position == cursor {
            cursor += 1;
        }
        example[position] = text(&argument.value, source, event);
    }
    example
}

/// What an argument is written as, if that means the same in any program.
fn text(argument: &Expr, source: &str, event: Option<&Json>) -> Option<String> {
    if is_constant(argument) {
        return source.get(argument.span.range()).map(str::to_owned);
    }
    // A field of the event: what is there.
    let Node::Query(query) = &argument.node else { return None };
    let Root::Event = query.root else { return None };
    let field = query.path.iter().try_fold(event?, |value, segment| match &segment.step {
        Step::Field(name) => value.get(name),
        Step::Index(index) => value.get(usize::try_from(*index).ok()?),
    })?;
    let json = field.to_string();
    // Escapes of JSON that strings of a program don't know.
    (!["\\u", "\\b", "\\f"].iter().any(|escape| json.contains(escape))).then_some(json)
}

fn is_constant(expr: &Expr) -> bool {
    match &expr.node {
        Node::Literal(_) => true,
        Node::Group(inner) => is_constant(inner),
        Node::Array(elements) => elements.iter().all(is_constant),
        Node::Object(members) => members.iter().all(|(_, value)| is_constant(value)),
        _ => false,
    }
}

/// Goes over the calls of an expression.
fn calls(expr: &Expr, found: &mut impl FnMut(&Call)) {
    match &expr.node {
        Node::Literal(_)
        | Node::Template(_)
        | Node::Variable(_)
        | Node::Abort(None)
        | Node::Break => {}
        Node::Group(inner)
        | Node::Not { operand: inner, .. }
        | Node::Abort(Some(inner))
        | Node::Return(_, inner) => calls(inner, found),
        Node::Block(block) => calls_in(block, found),
        Node::Array(elements) => elements.iter().for_each(|element| calls(element, found)),
        Node::Object(members) => members.iter().for_each(|(_, value)| calls(value, found)),
        Node::If(choice) => {
            for branch in &choice.branches {
                branch.predicate.exprs.iter().for_each(|expr| calls(expr, found));
                calls_in(&branch.block, found);
            }
            choice.otherwise.iter().for_each(|block| calls_in(block, found));
        }
        Node::Operation(operation) => {
            calls(&operation.first, found);
            operation.rest.iter().for_each(|(_, _, operand)| calls(operand, found));
        }
        Node::Assign(assign) => calls(&assign.value, found),
        Node::Query(query) => {
            if let Root::Expression(root) = &query.root {
                calls(root, found);
            }
        }
        Node::Call(call) => {
            found(call);
            call.arguments.iter().for_each(|argument| calls(&argument.value, found));
            call.closure.iter().for_each(|closure| calls_in(&closure.block, found));
        }
    }
}

fn calls_in(block: &Block, found: &mut impl FnMut(&Call)) {
    block.exprs.iter().for_each(|expr| calls(expr, found));
}

/// What takes the place of a character.
const CHARACTERS: &[&str] = &[
    "", "", " ", ",", ";", ":", "=", "-", "+", "/", ".", "0", "9", "a", "Z", "%", "[", "]", "(",
    ")", "<", ">", "|", "é", "\\n", "\\\"", "\\t",
];

/// A string literal with a character changed here and there; anything else as it is.
pub fn damaged(literal: &str, random: &mut Random) -> String {
    let inner = literal.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    let Some(inner) = inner.filter(|inner| !inner.contains(['\\', '{'])) else {
        return literal.to_owned();
    };
    let mut characters: Vec<String> = inner.chars().map(String::from).collect();
    for _ in 0..=random.below(2) {
        let at = random.below(characters.len() + 1);
        let character = random.pick(CHARACTERS).to_owned();
        match characters.get_mut(at) {
            Some(old) if random.percent(60) => *old = character,
            _ => characters.insert(at, character),
        }
    }
    format!("\"{}\"", characters.concat())
}
