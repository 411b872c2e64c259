//! Expressions as help lines repeat them: what is short as it is typed, anything else as `…`.

use vrlet_parser::ast::{Expr, Literal, Node, Query, Step};
use vrlet_value::Root;

/// The longest text that is repeated.
const LONGEST: usize = 30;

/// The expression, or `…`.
pub(super) fn snippet(expr: &Expr) -> String {
    let text = match &expr.node {
        Node::Variable(name) => Some(name.clone()),
        Node::Query(query) => path(query),
        Node::Call(call) if call.closure.is_none() => {
            let bang = if call.bang.is_some() { "!" } else { "" };
            let inside = if call.arguments.is_empty() { "" } else { "…" };
            Some(format!("{}{bang}({inside})", call.name.text))
        }
        Node::Literal(Literal::Null) => Some("null".to_owned()),
        Node::Literal(Literal::Boolean(boolean)) => Some(boolean.to_string()),
        Node::Literal(Literal::Integer(number)) => Some(number.to_string()),
        Node::Literal(Literal::String(_)) | Node::Template(_) => Some("\"…\"".to_owned()),
        _ => None,
    };
    text.filter(|text| text.chars().count() <= LONGEST).unwrap_or_else(|| "…".to_owned())
}

fn path(query: &Query) -> Option<String> {
    let mut text = match &query.root {
        Root::Event => String::new(),
        Root::Metadata => "%".to_owned(),
        Root::Variable(name) => name.text.clone(),
        Root::Expression(_) => return None,
    };
    if query.path.is_empty() && text.is_empty() {
        text.push('.');
    }
    for segment in &query.path {
        match &segment.step {
            Step::Field(name) => {
                if text != "%" {
                    text.push('.');
                }
                text.push_str(&field(name)?);
            }
            Step::Index(index) => {
                if text.is_empty() {
                    text.push('.');
                }
                text.push_str(&format!("[{index}]"));
            }
        }
    }
    Some(text)
}

/// A field as paths name it; none where its name needs escapes.
fn field(name: &str) -> Option<String> {
    let is_word = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '@';
    if !name.is_empty()
        && name.chars().all(is_word)
        && !name.starts_with(|c: char| c.is_ascii_digit())
    {
        return Some(name.to_owned());
    }
    (!name.contains(['"', '\\']) && !name.contains(char::is_control)).then(|| format!("\"{name}\""))
}
