//! Rewrites of calls: arguments found by name or position, replaced, removed.

use std::ops::Range;

use vrlet_parser::ast::{Argument, Call, Expr, Literal, Node};

use super::{Edits, Program};

impl Program<'_> {
    /// The calls of functions with these names.
    pub fn calls(&self, names: &[&str], visit: &mut dyn FnMut(&Call)) {
        self.sites(&mut |site| {
            if let Node::Call(call) = &site.expr.node
                && names.contains(&call.name.text.as_str())
            {
                visit(call);
            }
        });
    }
}

/// The argument for the parameter of this name, which stands at this place where no names are written.
pub fn argument<'a>(call: &'a Call, place: usize, name: &str) -> Option<&'a Argument> {
    let named = |argument: &&Argument| argument.name.as_ref().is_some_and(|it| it.text == name);
    let mut unnamed = call.arguments.iter().filter(|argument| argument.name.is_none());
    call.arguments.iter().find(named).or_else(|| unnamed.nth(place))
}

/// The text that an expression is a literal of.
pub fn string(expr: &Expr) -> Option<&str> {
    match &expr.node {
        Node::Literal(Literal::String(text)) => Some(text),
        _ => None,
    }
}

/// Puts a literal in the place of a value that is computed.
pub fn replace_computed(value: &Expr, literal: &str, edits: &mut Edits) {
    if !matches!(value.node, Node::Literal(_) | Node::Variable(_)) {
        edits.replace(value.span.range(), literal);
    }
}

/// Takes an argument out, with its comma.
pub fn remove_argument(call: &Call, argument: &Argument, edits: &mut Edits) {
    let number = call.arguments.iter().position(|other| std::ptr::eq(other, argument));
    let Some(number) = number else { return };
    let range = whole(argument);
    edits.delete(match (number, call.arguments.get(number + 1)) {
        (0, Some(next)) => range.start..whole(next).start,
        (0, None) => range,
        _ => whole(&call.arguments[number - 1]).end..range.end,
    });
}

/// Puts text around an argument's value.
pub fn wrap(argument: &Argument, before: &str, after: &str, edits: &mut Edits) {
    let range = argument.value.span.range();
    edits.insert(range.start, before);
    edits.insert(range.end, after);
}

/// An argument with its name.
fn whole(argument: &Argument) -> Range<usize> {
    let value = argument.value.span.range();
    argument.name.as_ref().map_or(value.start, |name| name.span.range().start)..value.end
}

/// Puts another string in the place of a string literal, if its text changes.
pub fn replace_text(
    source: &str,
    literal: &Expr,
    edits: &mut Edits,
    change: impl Fn(&str) -> String,
) {
    let Some(text) = string(literal) else { return };
    let changed = change(text);
    if changed == text || !source[literal.span.range()].ends_with(['"', '\'']) {
        return;
    }
    let mut written = String::from("\"");
    for character in changed.chars() {
        match character {
            '"' | '\\' => written.extend(['\\', character]),
            '\n' => written.push_str("\\n"),
            '\r' => written.push_str("\\r"),
            '\t' => written.push_str("\\t"),
            '{' => written.push_str("\\{"),
            _ => written.push(character),
        }
    }
    edits.replace(literal.span.range(), written + "\"");
}
