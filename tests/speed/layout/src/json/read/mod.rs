//! JSON reading with the engine's lexer, for any layout of objects.

#[path = "../../../../../../crates/value/src/json/read/lexer.rs"]
#[allow(dead_code, reason = "the engine's source, of which a part is needed here")]
mod lexer;
#[path = "../../../../../../crates/value/src/json/read/number.rs"]
mod number;
#[path = "../../../../../../crates/value/src/json/read/string.rs"]
mod string;

use std::sync::Arc;

pub use vrlet_value::json::ReadMode;

use self::lexer::{Lexer, Origin};
use super::error::{Fault, Reading};
use crate::Lines;
use crate::plain::{Fields, Node};

/// Reads a line.
pub fn read<O: Fields>(lines: &Lines, line: usize) -> Node<O> {
    let range = lines.ranges[line].clone();
    let source = lines.text.as_str().and_then(|text| text.get(range.clone())).expect("a line");
    let origin = Origin::Shared { text: &lines.text, start: range.start };
    value(&mut Lexer::new(source, origin, ReadMode::Keep))
        .unwrap_or_else(|fault| panic!("{fault:?}"))
}

fn value<O: Fields>(lexer: &mut Lexer<'_>) -> Reading<Node<O>> {
    Ok(match lexer.peek() {
        Some(b'"') => Node::Scalar(lexer.text()?.into()),
        Some(b'{') => return object(lexer),
        Some(b'[') => return array(lexer),
        Some(b'-' | b'0'..=b'9') => Node::Scalar(lexer.number()?),
        Some(b'n') => lexer.word("null").map(|()| Node::Scalar(crate::Value::Null))?,
        Some(b't') => lexer.word("true").map(|()| Node::Scalar(true.into()))?,
        Some(b'f') => lexer.word("false").map(|()| Node::Scalar(false.into()))?,
        _ => return Err(Fault::expected("a value", lexer.at)),
    })
}

fn array<O: Fields>(lexer: &mut Lexer<'_>) -> Reading<Node<O>> {
    let mut items = Vec::new();
    lexer.at += 1;
    if lexer.peek() == Some(b']') {
        lexer.at += 1;
        return Ok(Node::Array(Arc::new(items)));
    }
    loop {
        items.push(value(lexer)?);
        match lexer.peek() {
            Some(b',') => lexer.at += 1,
            Some(b']') => break,
            _ => return Err(Fault::expected("`,` or `]`", lexer.at)),
        }
    }
    lexer.at += 1;
    Ok(Node::Array(Arc::new(items)))
}

fn object<O: Fields>(lexer: &mut Lexer<'_>) -> Reading<Node<O>> {
    let mut fields = O::default();
    lexer.at += 1;
    if lexer.peek() == Some(b'}') {
        lexer.at += 1;
        return Ok(Node::Object(Arc::new(fields)));
    }
    loop {
        if lexer.peek() != Some(b'"') {
            return Err(Fault::expected("a key in quotes", lexer.at));
        }
        let key = lexer.key()?;
        if lexer.peek() != Some(b':') {
            return Err(Fault::expected("`:` after the key", lexer.at));
        }
        lexer.at += 1;
        fields.set(key, value(lexer)?);
        match lexer.peek() {
            Some(b',') => lexer.at += 1,
            Some(b'}') => break,
            _ => return Err(Fault::expected("`,` or `}`", lexer.at)),
        }
    }
    lexer.at += 1;
    Ok(Node::Object(Arc::new(fields)))
}
